-- What an account holds: seats owned, their billing periods, and the charge that a change credits from.

create table subscription (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  product_id uuid not null,
  plan_id uuid not null,
  currency text not null,
  status text not null,
  seats_owned bigint not null,
  seats_assigned bigint not null,
  seats_releasing bigint not null,
  current_period_id uuid,
  trial_end_at timestamptz,
  started_at timestamptz not null,
  ended_at timestamptz,
  pending_order_id uuid,
  pending_seats bigint,
  version bigint not null,
  constraint subscription_key primary key (account_id, id),
  constraint subscription_is_of_one_product unique (account_id, id, product_id),
  constraint subscription_belongs_to_account foreign key (account_id) references account (account_id),
  constraint subscription_is_of_a_plan foreign key (plan_id, product_id) references plan (id, product_id),
  constraint subscription_currency_is_a_code check (currency ~ '^[A-Z]{3}$'),
  constraint subscription_status_is_known check (status in ('TRIALING', 'ACTIVE', 'PAST_DUE', 'SUSPENDED', 'ENDED')),
  constraint owned_seats_within_limits check (seats_owned between 0 and 1000000),
  constraint assigned_seats_within_owned check (seats_assigned between 0 and seats_owned),
  constraint releasing_seats_within_assigned check (seats_releasing between 0 and seats_assigned),
  constraint assigned_seats_within_pending_target check (pending_seats is null or seats_assigned - seats_releasing <= pending_seats),
  constraint pending_order_has_a_target check ((pending_order_id is null) = (pending_seats is null)),
  constraint only_a_pending_order_releases check (pending_order_id is not null or seats_releasing = 0),
  constraint ended_subscription_has_its_instant check ((status = 'ENDED') = (ended_at is not null)),
  constraint subscription_has_a_period_until_it_ends check ((status = 'ENDED') = (current_period_id is null)),
  constraint subscription_owns_seats_until_it_ends check ((status = 'ENDED') = (seats_owned = 0)),
  constraint trial_has_an_end check (status <> 'TRIALING' or trial_end_at is not null)
);
call app.guard_account_table('subscription', 'select, insert, update', 'an account''s holding of a plan: seats owned and assigned, current period, status');
comment on column subscription.status is 'TRIALING, ACTIVE, PAST_DUE (an increase needs the open invoices paid), SUSPENDED (only paying and cancelling), ENDED.';
comment on column subscription.seats_assigned is 'Kept count of live assignments; raised and lowered with them in one transaction.';
comment on column subscription.seats_releasing is 'How many of the assigned seats a pending order will release.';
comment on column subscription.pending_order_id is 'The order that holds this subscription; every other change of it is refused.';
comment on column subscription.pending_seats is 'Seats owned once the pending order is placed.';

create table subscription_period (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  subscription_id uuid not null,
  anchor_at timestamptz not null,
  ordinal integer not null,
  time_zone text not null,
  billing_interval text not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  constraint subscription_period_key primary key (account_id, id),
  constraint period_is_of_one_subscription unique (account_id, subscription_id, id),
  constraint period_belongs_to_subscription foreign key (account_id, subscription_id) references subscription (account_id, id),
  constraint period_starts_before_it_ends check (start_at <= end_at),
  constraint period_ordinal_is_not_negative check (ordinal >= 0),
  constraint period_interval_is_known check (billing_interval in ('MONTH', 'YEAR')),
  constraint periods_of_a_subscription_never_overlap exclude using gist
    (account_id with =, subscription_id with =, tstzrange(start_at, end_at) with &&)
);
create index subscription_period_by_start on subscription_period (account_id, subscription_id, start_at);
comment on index subscription_period_by_start is 'The history of a subscription''s periods; the foreign key.';
call app.guard_account_table('subscription_period', 'select, insert, update', 'a billing period [start, end) whose bounds and zone are fixed when it opens; a change under MOVE cuts it short');
comment on column subscription_period.anchor_at is 'The instant that fixes billing dates: the n-th period starts at anchor + n intervals, computed from the anchor.';
comment on column subscription_period.ordinal is 'n of this period, counted from the anchor.';

alter table subscription add constraint subscription_has_its_current_period
  foreign key (account_id, id, current_period_id) references subscription_period (account_id, subscription_id, id) deferrable initially deferred;

create table charge_line (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  subscription_id uuid not null,
  period_id uuid not null,
  plan_id uuid not null,
  price_id uuid not null,
  seats bigint not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  currency text not null,
  full_price_minor bigint not null,
  discount_basis_points integer not null,
  discount_amount_minor bigint not null,
  tax_inclusive boolean not null,
  tax_country text not null,
  tax_treatment text not null,
  tax_rate_basis_points integer not null,
  charged_net_minor bigint not null,
  charged_tax_minor bigint not null,
  credited_net_minor bigint not null,
  credited_tax_minor bigint not null,
  document_id uuid,
  document_line_id uuid,
  replaced_at timestamptz,
  constraint charge_line_key primary key (account_id, id),
  constraint charge_line_belongs_to_subscription foreign key (account_id, subscription_id) references subscription (account_id, id),
  constraint charge_line_belongs_to_period foreign key (account_id, subscription_id, period_id)
    references subscription_period (account_id, subscription_id, id),
  constraint charge_line_is_of_a_plan foreign key (plan_id) references plan (id),
  constraint charge_line_is_of_a_price foreign key (price_id) references price (id),
  constraint charged_seats_within_limits check (seats between 1 and 1000000),
  constraint charge_starts_before_it_ends check (start_at <= end_at),
  constraint full_price_is_within_limits check (full_price_minor between 0 and 9007199254740991),
  constraint charge_tax_treatment_is_known check (tax_treatment in ('STANDARD', 'REVERSE_CHARGE', 'OUTSIDE_SCOPE', 'EXEMPT')),
  constraint charge_is_within_limits check (charged_net_minor between 0 and 9007199254740991 and charged_tax_minor between 0 and 9007199254740991),
  constraint credit_never_exceeds_charge check (credited_net_minor between 0 and charged_net_minor),
  constraint credited_tax_never_exceeds_charge check (credited_tax_minor between 0 and charged_tax_minor),
  constraint charge_names_document_and_line check ((document_id is null) = (document_line_id is null))
);
create unique index one_live_charge_line_per_subscription on charge_line (account_id, subscription_id) where replaced_at is null;
comment on index one_live_charge_line_per_subscription is 'The line that a change credits from; there is never a second.';
create index charge_line_by_subscription on charge_line (account_id, subscription_id, start_at);
comment on index charge_line_by_subscription is 'The history of a subscription''s charges; the foreign key.';
create index charge_line_by_period on charge_line (account_id, subscription_id, period_id);
comment on index charge_line_by_period is 'The foreign key.';
create index charge_line_by_document_line on charge_line (account_id, document_id, document_line_id);
comment on index charge_line_by_document_line is 'The charge that an invoice line printed; the foreign key.';
call app.guard_account_table('charge_line', 'select, insert, update', 'what was charged for seats of a subscription; the live one is what a change credits from');
comment on column charge_line.full_price_minor is 'Price of these seats for the whole billing period, discount taken off, in minor units of currency.';
comment on column charge_line.discount_amount_minor is 'The discount''s amount per full billing period, in minor units of currency; 0 where it is a percentage or there is none.';
comment on column charge_line.charged_net_minor is 'Net amount charged, in minor units of currency; 0 in a trial.';
comment on column charge_line.charged_tax_minor is 'This line''s part of its document''s tax, in minor units of currency.';
comment on column charge_line.credited_net_minor is 'Net amount credited so far, by proration or by hand, in minor units of currency.';
comment on column charge_line.credited_tax_minor is 'Tax credited so far, in minor units of currency.';
comment on column charge_line.document_id is 'The invoice that it stands on; null for a charge of nothing.';

create table discount (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  subscription_id uuid not null,
  basis_points integer not null,
  amount_minor bigint not null,
  start_at timestamptz not null,
  end_at timestamptz,
  reason text not null,
  constraint discount_key primary key (account_id, id),
  constraint discount_belongs_to_subscription foreign key (account_id, subscription_id) references subscription (account_id, id),
  constraint discount_is_a_percentage_or_an_amount check ((basis_points between 1 and 10000 and amount_minor = 0) or (basis_points = 0 and amount_minor between 1 and 1000000000000)),
  constraint discount_starts_before_it_ends check (end_at is null or start_at < end_at),
  constraint discounts_of_a_subscription_never_overlap exclude using gist
    (account_id with =, subscription_id with =, tstzrange(start_at, end_at) with &&)
);
create index discount_by_subscription on discount (account_id, subscription_id);
comment on index discount_by_subscription is 'A subscription''s discounts; the foreign key.';
call app.guard_account_table('discount', 'select, insert, update', 'a percentage, or an amount per full period, off one subscription''s price from one instant to another');
comment on column discount.amount_minor is 'Amount per full billing period of the subscription, not per seat, in minor units of its currency.';

create table scheduled_change (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  subscription_id uuid not null,
  plan_id uuid,
  seats bigint not null,
  due_at timestamptz not null,
  release_rule text,
  release_user_ids uuid[] not null,
  order_id uuid not null,
  state text not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  constraint scheduled_change_key primary key (account_id, id),
  constraint scheduled_change_belongs_to_subscription foreign key (account_id, subscription_id) references subscription (account_id, id),
  constraint scheduled_change_is_of_a_plan foreign key (plan_id) references plan (id),
  constraint scheduled_seats_within_limits check (seats between 0 and 1000000),
  constraint scheduled_change_state_is_known check (state in ('SCHEDULED', 'APPLIED', 'CANCELED', 'SUPERSEDED')),
  constraint closed_scheduled_change_has_its_instant check ((state = 'SCHEDULED') = (closed_at is null)),
  constraint scheduled_release_rule_is_known check (release_rule in ('LONGEST_WITHOUT_SIGN_IN', 'LAST_ASSIGNED'))
);
create unique index one_scheduled_change_per_subscription on scheduled_change (account_id, subscription_id) where state = 'SCHEDULED';
comment on index one_scheduled_change_per_subscription is 'At most one change waits for the renewal.';
create index scheduled_change_by_subscription on scheduled_change (account_id, subscription_id);
comment on index scheduled_change_by_subscription is 'The foreign key.';
create index scheduled_change_by_order on scheduled_change (account_id, order_id);
comment on index scheduled_change_by_order is 'What an order scheduled; the foreign key.';
call app.guard_account_table('scheduled_change', 'select, insert, update', 'a change of seats that waits for the renewal; it stores whom to release, so that it never fails when due');
