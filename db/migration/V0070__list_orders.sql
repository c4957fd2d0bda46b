-- Orders and filters of lists that a console shows: by the same columns, page by page.

create index account_user_by_invitation on account_user (account_id, invited_at, id);
comment on index account_user_by_invitation is 'The list of users by invitation, page by page.';
create index deactivated_user_by_name on account_user (account_id, name_key, id) where status = 'DEACTIVATED';
comment on index deactivated_user_by_name is 'The few users who are deactivated, by name.';

create index account_order_by_state on account_order (account_id, state, id);
comment on index account_order_by_state is 'The orders of one state, newest first.';
create index document_by_number on document (account_id, number collate "C");
comment on index document_by_number is 'The search by the beginning of a number.';

drop index assignment_by_subscription;
create index assignment_by_subscription on assignment (account_id, subscription_id, product_id, assigned_at);
comment on index assignment_by_subscription is 'What was assigned in a stretch of time; the foreign key.';
create index assignment_by_release on assignment (account_id, subscription_id, released_at) where released_at is not null;
comment on index assignment_by_release is 'What was released in a stretch of time.';

alter table account add column name_key text collate "C" not null generated always as (lower(name)) stored;
create index account_by_name on account (name_key, account_id);
comment on index account_by_name is 'The vendor''s list of accounts by name, and the search by a name''s prefix.';
create index account_by_external_id on account (external_id collate "C", account_id) where external_id is not null;
comment on index account_by_external_id is 'The vendor''s search by the id in an integrator''s system.';
create index account_by_representative on account (representative_id, account_id) where representative_id is not null;
comment on index account_by_representative is 'The accounts in a representative''s care.';
