-- Of indexes that cost the same PostgreSQL takes the newest, and to it each of those that begin with the account costs the same as
-- long as the table was never counted: the live seat of a user was looked up among all live seats of the account. And a user's
-- seats of before were read with the live one, since that index costs the same at any time.
drop index one_live_seat_per_user_and_product;
create unique index one_live_seat_per_user_and_product on assignment (account_id, product_id, user_id) where released_at is null;
comment on index one_live_seat_per_user_and_product is 'A user holds at most one live seat per product of an account. The newest index, so that it is taken for the live seat of a user whatever is known of the table.';
