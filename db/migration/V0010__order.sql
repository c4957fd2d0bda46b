-- What checkout creates from a cart.

create table account_order (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  number bigint not null,
  cart_id uuid not null,
  state text not null,
  void_reason text,
  placed_by text not null,
  contact_email text not null,
  locale text not null,
  currency text not null,
  as_of timestamptz not null,
  created_at timestamptz not null,
  placed_at timestamptz,
  voided_at timestamptz,
  charges_minor bigint not null,
  credits_minor bigint not null,
  total_minor bigint not null,
  carried_invoices_minor bigint not null,
  balance_applied_minor bigint not null,
  balance_added_minor bigint not null,
  due_minor bigint not null,
  purchase_order_number text,
  seat_quote jsonb not null,
  constraint account_order_key primary key (account_id, id),
  constraint order_belongs_to_account foreign key (account_id) references account (account_id),
  constraint order_is_of_a_cart foreign key (account_id, cart_id) references cart (account_id, id),
  constraint order_number_is_unique_in_account unique (account_id, number),
  constraint order_state_is_known check (state in ('PENDING_PAYMENT', 'PLACED', 'VOIDED')),
  constraint placed_order_has_its_instant check ((state = 'PLACED') = (placed_at is not null)),
  constraint voided_order_has_instant_and_reason check ((state = 'VOIDED') = (voided_at is not null) and (state = 'VOIDED') = (void_reason is not null)),
  constraint void_reason_is_known check (void_reason in ('DECLINED', 'EXPIRED', 'CANCELED')),
  constraint order_locale_is_known check (locale in ('es', 'en')),
  constraint order_total_is_charges_less_credits check (total_minor = charges_minor - credits_minor),
  constraint order_amounts_are_not_negative check
    (charges_minor >= 0 and credits_minor >= 0 and carried_invoices_minor >= 0 and balance_applied_minor >= 0 and balance_added_minor >= 0 and due_minor >= 0)
);
create unique index one_living_order_per_cart on account_order (account_id, cart_id) where state in ('PENDING_PAYMENT', 'PLACED');
comment on index one_living_order_per_cart is 'A cart is checked out at most once.';
create index account_order_by_cart on account_order (account_id, cart_id);
comment on index account_order_by_cart is 'The foreign key.';
create index pending_order_by_age on account_order (created_at) where state = 'PENDING_PAYMENT';
comment on index pending_order_by_age is 'What the recovery job voids when too old.';
call app.guard_account_table('account_order', 'select, insert, update', 'what checkout created from a cart: totals and state');
comment on column account_order.as_of is 'The instant of the seat quote that it is priced at and takes effect from.';
comment on column account_order.seat_quote is 'The seat quote as priced, with every line''s explanation: {"version": 1, ...}.';
comment on column account_order.charges_minor is 'Charges with tax, in minor units of currency: the invoice''s total.';
comment on column account_order.credits_minor is 'Credits with tax, in minor units of currency: the credit note''s total.';
comment on column account_order.total_minor is 'Charges less credits, in minor units of currency; negative where the balance grows.';
comment on column account_order.carried_invoices_minor is 'Open invoices of before that this checkout collects too, in minor units of currency.';
comment on column account_order.balance_applied_minor is 'Part paid from the balance of before the order, in minor units of currency.';
comment on column account_order.balance_added_minor is 'Part that goes to the balance, in minor units of currency.';
comment on column account_order.due_minor is 'What a payment had to collect, in minor units of currency.';

create table order_line (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  order_id uuid not null,
  position integer not null,
  kind text not null,
  subscription_id uuid not null,
  product_id uuid not null,
  plan_id uuid not null,
  previous_plan_id uuid,
  previous_seats bigint not null,
  seats bigint not null,
  effective text not null,
  period_start_at timestamptz,
  period_end_at timestamptz,
  charge_net_minor bigint not null,
  credit_net_minor bigint not null,
  released_user_ids uuid[] not null,
  constraint order_line_key primary key (account_id, id),
  constraint order_line_belongs_to_order foreign key (account_id, order_id) references account_order (account_id, id),
  constraint order_line_is_of_a_plan foreign key (plan_id) references plan (id),
  constraint order_line_position_is_unique unique (account_id, order_id, position),
  constraint order_line_kind_is_known check (kind in ('NEW', 'INCREASE', 'DECREASE', 'UNCHANGED', 'PLAN_CHANGE', 'CANCELLATION')),
  constraint order_line_effective_is_known check (effective in ('NOW', 'AT_RENEWAL')),
  constraint order_line_seats_within_limits check (seats between 0 and 1000000 and previous_seats between 0 and 1000000),
  constraint order_line_amounts_are_not_negative check (charge_net_minor >= 0 and credit_net_minor >= 0)
);
create index order_line_by_subscription on order_line (account_id, subscription_id);
comment on index order_line_by_subscription is 'The orders that changed a subscription.';
call app.guard_account_table('order_line', 'select, insert, update', 'one change of an order: from how many seats to how many, in which period');
comment on column order_line.subscription_id is 'The subscription that it changes or, once placed, created; while the order is pending a new one has its id already and no row.';
comment on column order_line.charge_net_minor is 'In minor units of the order''s currency.';
comment on column order_line.credit_net_minor is 'In minor units of the order''s currency.';

alter table cart add constraint cart_led_to_order
  foreign key (account_id, order_id) references account_order (account_id, id) deferrable initially deferred;
alter table subscription add constraint subscription_is_held_by_order
  foreign key (account_id, pending_order_id) references account_order (account_id, id) deferrable initially deferred;
create index subscription_by_pending_order on subscription (account_id, pending_order_id) where pending_order_id is not null;
comment on index subscription_by_pending_order is 'What a pending order holds; the foreign key.';
alter table assignment add constraint assignment_is_marked_by_order
  foreign key (account_id, releasing_order_id) references account_order (account_id, id) deferrable initially deferred;
alter table scheduled_change add constraint scheduled_change_comes_from_order
  foreign key (account_id, order_id) references account_order (account_id, id) deferrable initially deferred;
alter table payment add constraint payment_collects_for_order
  foreign key (account_id, order_id) references account_order (account_id, id) deferrable initially deferred;
