-- A user who was seated and released a hundred times has a hundred assignments: "the live one" must be a place in the index,
-- not what is left after reading all of them.
drop index assignment_by_user;
create index assignment_by_user on assignment (account_id, user_id, released_at);
comment on index assignment_by_user is 'The seats of a user: the live one per product, and those the user had.';
