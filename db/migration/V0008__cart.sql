-- The changes that somebody has collected before buying.

create table cart (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  owner text not null,
  state text not null,
  order_id uuid,
  purchase_order_number text,
  tax_id_to_add text,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint cart_key primary key (account_id, id),
  constraint cart_belongs_to_account foreign key (account_id) references account (account_id),
  constraint cart_state_is_known check (state in ('OPEN', 'HELD', 'CHECKED_OUT')),
  constraint cart_names_its_order_while_held_or_checked_out check ((state = 'OPEN') = (order_id is null)),
  constraint purchase_order_number_is_short check (char_length(purchase_order_number) between 1 and 100),
  constraint tax_id_to_add_is_short check (char_length(tax_id_to_add) between 1 and 40)
);
create unique index one_open_or_held_cart_per_owner on cart (account_id, owner) where state in ('OPEN', 'HELD');
comment on index one_open_or_held_cart_per_owner is 'A person or API client has one cart per account.';
create index cart_by_order on cart (account_id, order_id);
comment on index cart_by_order is 'The foreign key.';
call app.guard_account_table('cart', 'select, insert, update', 'the changes that a person or API client has collected for one checkout');
comment on column cart.owner is 'Whose it is: "person:<id>" or "api-client:<id>".';

create table cart_line (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  cart_id uuid not null,
  position integer not null,
  subscription_id uuid,
  plan_id uuid,
  seats bigint not null,
  effective text not null,
  align_to_subscription_id uuid,
  release_rule text,
  release_user_ids uuid[] not null,
  seen_seats bigint not null,
  seen_price_id uuid,
  seen_period_id uuid,
  constraint cart_line_key primary key (account_id, id),
  constraint cart_line_belongs_to_cart foreign key (account_id, cart_id) references cart (account_id, id),
  constraint cart_line_changes_a_subscription foreign key (account_id, subscription_id) references subscription (account_id, id),
  constraint cart_line_is_of_a_plan foreign key (plan_id) references plan (id),
  constraint cart_line_joins_a_subscription foreign key (account_id, align_to_subscription_id) references subscription (account_id, id),
  constraint cart_line_names_subscription_or_plan check (subscription_id is not null or plan_id is not null),
  constraint only_a_new_subscription_is_aligned check (align_to_subscription_id is null or subscription_id is null),
  constraint cart_line_seats_within_limits check (seats between 0 and 1000000),
  constraint cart_line_effective_is_known check (effective in ('NOW', 'AT_RENEWAL')),
  constraint cart_line_release_rule_is_known check (release_rule in ('LONGEST_WITHOUT_SIGN_IN', 'LAST_ASSIGNED')),
  constraint releases_by_rule_or_by_name check (release_rule is null or cardinality(release_user_ids) = 0),
  constraint releases_are_limited check (cardinality(release_user_ids) <= 1000),
  constraint cart_position_is_limited check (position between 1 and 50)
);
create unique index one_cart_line_per_subscription on cart_line (account_id, cart_id, subscription_id) where subscription_id is not null;
comment on index one_cart_line_per_subscription is 'A cart changes a subscription once.';
create unique index one_cart_line_per_new_plan on cart_line (account_id, cart_id, plan_id) where subscription_id is null;
comment on index one_cart_line_per_new_plan is 'A cart buys a plan anew once.';
create index cart_line_by_cart on cart_line (account_id, cart_id, position);
comment on index cart_line_by_cart is 'A cart''s lines in order; the foreign key.';
create index cart_line_by_subscription on cart_line (account_id, subscription_id);
comment on index cart_line_by_subscription is 'The foreign key.';
create index cart_line_by_aligned_subscription on cart_line (account_id, align_to_subscription_id) where align_to_subscription_id is not null;
comment on index cart_line_by_aligned_subscription is 'The foreign key.';
call app.guard_account_table('cart_line', 'select, insert, update, delete', 'a target number of seats of a subscription or plan');
comment on column cart_line.seats is 'Target number of seats, not a difference.';
comment on column cart_line.seen_seats is 'Seats owned when the line was set: with seen_price_id and seen_period_id it tells a line that went stale.';
