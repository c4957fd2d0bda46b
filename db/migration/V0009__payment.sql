-- How an account pays, and each attempt to collect.

create table payment_method (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  gateway text not null,
  token text not null,
  brand text not null,
  last_digits text not null,
  expires_on date,
  preferred boolean not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  constraint payment_method_key primary key (account_id, id),
  constraint payment_method_belongs_to_account foreign key (account_id) references account (account_id),
  constraint last_digits_are_four check (last_digits ~ '^[0-9]{4}$'),
  constraint removed_payment_method_is_not_preferred check (removed_at is null or not preferred)
);
create unique index one_default_payment_method_per_account on payment_method (account_id) where preferred;
comment on index one_default_payment_method_per_account is 'The method that pays where none is named.';
call app.guard_account_table('payment_method', 'select, insert, update', 'a token of the payment provider; no card number ever reaches us');
comment on column payment_method.token is 'The provider''s token; never logged, never shown.';
comment on column payment_method.preferred is 'Whether it is the account''s default.';

create table payment (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  order_id uuid,
  payment_method_id uuid not null,
  gateway text not null,
  amount_minor bigint not null,
  currency text not null,
  state text not null,
  decline_code text,
  redirect_url text,
  action_expires_at timestamptz,
  created_at timestamptz not null,
  settled_at timestamptz,
  asked_at timestamptz,
  ask_again_at timestamptz,
  cancel_requested_at timestamptz,
  constraint payment_key primary key (account_id, id),
  constraint payment_is_made_by_method foreign key (account_id, payment_method_id) references payment_method (account_id, id),
  constraint payment_amount_is_positive check (amount_minor between 1 and 9007199254740991),
  constraint payment_state_is_known check (state in ('REQUIRES_ACTION', 'PENDING', 'SUCCEEDED', 'DECLINED', 'CANCELED')),
  constraint settled_payment_has_its_instant check ((state in ('SUCCEEDED', 'DECLINED', 'CANCELED')) = (settled_at is not null)),
  constraint declined_payment_has_a_code check ((state = 'DECLINED') = (decline_code is not null)),
  constraint required_action_has_an_address check (state <> 'REQUIRES_ACTION' or (redirect_url is not null and action_expires_at is not null)),
  constraint unsettled_payment_is_asked_again check ((settled_at is null) = (ask_again_at is not null))
);
create unique index one_live_payment_per_order on payment (account_id, order_id) where state in ('REQUIRES_ACTION', 'PENDING', 'SUCCEEDED');
comment on index one_live_payment_per_order is 'An order is never charged twice.';
create index payment_by_order on payment (account_id, order_id);
comment on index payment_by_order is 'An order''s attempts; the foreign key.';
create index payment_by_method on payment (account_id, payment_method_id);
comment on index payment_by_method is 'The foreign key.';
create index unsettled_payment_by_next_question on payment (ask_again_at) where ask_again_at is not null;
comment on index unsettled_payment_by_next_question is 'What the recovery job asks the gateway about next.';
call app.guard_account_table('payment', 'select, insert, update', 'one attempt to collect; its id is the key that the gateway gets');
comment on column payment.amount_minor is 'In minor units of currency.';

create table tax_id (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  country text not null,
  number text not null,
  state text not null,
  checked_at timestamptz,
  check_reference text,
  created_at timestamptz not null,
  removed_at timestamptz,
  constraint tax_id_key primary key (account_id, id),
  constraint tax_id_belongs_to_account foreign key (account_id) references account (account_id),
  constraint tax_id_country_is_a_code check (country ~ '^[A-Z]{2}$'),
  constraint tax_id_number_is_normal check (number ~ '^[A-Z0-9+*]{4,20}$'),
  constraint tax_id_state_is_known check (state in ('VALID', 'INVALID', 'UNVERIFIED')),
  constraint checked_tax_id_has_its_instant check (state = 'UNVERIFIED' or checked_at is not null)
);
create unique index one_tax_id_per_account on tax_id (account_id) where removed_at is null;
comment on index one_tax_id_per_account is 'The one number that decides the tax today.';
call app.guard_account_table('tax_id', 'select, insert, update', 'a VAT number with the state of its check; an earlier one stays as removed');
