-- Who sits where.

create table assignment (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  subscription_id uuid not null,
  product_id uuid not null,
  user_id uuid not null,
  assigned_at timestamptz not null,
  assigned_by text not null,
  releasing_order_id uuid,
  released_at timestamptz,
  released_by text,
  release_reason text,
  constraint assignment_key primary key (account_id, id),
  constraint assignment_belongs_to_subscription foreign key (account_id, subscription_id, product_id)
    references subscription (account_id, id, product_id),
  constraint assignment_belongs_to_user foreign key (account_id, user_id) references account_user (account_id, id),
  constraint release_reason_is_known check (release_reason in ('RELEASED', 'TRANSFERRED', 'REDUCED', 'ENDED', 'DEACTIVATED')),
  constraint released_seat_has_instant_and_reason check
    ((released_at is null) = (release_reason is null) and (released_at is null) = (released_by is null)),
  constraint released_seat_is_no_longer_marked check (released_at is null or releasing_order_id is null)
);
create unique index one_live_seat_per_user_and_product on assignment (account_id, product_id, user_id) where released_at is null;
comment on index one_live_seat_per_user_and_product is 'A user holds at most one live seat per product of an account; the sign-in check''s access path.';
create index live_assignment_by_subscription on assignment (account_id, subscription_id, id) where released_at is null;
comment on index live_assignment_by_subscription is 'Who sits in a subscription, page by page, oldest first.';
create index assignment_by_subscription on assignment (account_id, subscription_id, product_id);
comment on index assignment_by_subscription is 'History of a subscription''s seats; the foreign key.';
create index assignment_by_user on assignment (account_id, user_id);
comment on index assignment_by_user is 'A user''s seats, live and released; the foreign key.';
create index assignment_by_releasing_order on assignment (account_id, releasing_order_id) where releasing_order_id is not null;
comment on index assignment_by_releasing_order is 'What a pending order''s finish releases; the foreign key.';
call app.guard_account_table('assignment', 'select, insert, update', 'one user sitting in one seat of one subscription, live or released');
comment on column assignment.releasing_order_id is 'The pending order that will release it: still seated, not transferable.';
comment on column assignment.assigned_by is 'Who did it: "person:<id>", "api-client:<id>" or "system".';

create table last_sign_in (
  account_id uuid not null,
  user_id uuid not null,
  product_id uuid not null,
  signed_in_at timestamptz not null,
  constraint last_sign_in_key primary key (account_id, user_id, product_id),
  constraint last_sign_in_belongs_to_user foreign key (account_id, user_id) references account_user (account_id, id),
  constraint last_sign_in_is_to_a_product foreign key (product_id) references product (id)
);
call app.guard_account_table('last_sign_in', 'select, insert, update', 'when a user last signed in to a product; gathered and flushed every few seconds without the account''s lock');
