-- What a corporate account asks its representative for; a kept offer will answer it.

create table request (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  number bigint not null,
  state text not null,
  close_reason text,
  cart_id uuid not null,
  requested_by text not null,
  contact_name text not null,
  contact_email text not null,
  locale text not null,
  note text,
  purchase_order_number text,
  created_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  version bigint not null,
  constraint request_key primary key (account_id, id),
  constraint request_belongs_to_account foreign key (account_id) references account (account_id),
  constraint request_comes_from_cart foreign key (account_id, cart_id) references cart (account_id, id),
  constraint request_number_is_unique_in_account unique (account_id, number),
  constraint request_state_is_known check (state in ('OPEN', 'QUOTED', 'CLOSED')),
  constraint request_close_reason_is_known check (close_reason in ('WITHDRAWN')),
  constraint closed_request_has_instant_and_reason check
    ((state = 'CLOSED') = (closed_at is not null) and (state = 'CLOSED') = (close_reason is not null) and (state = 'CLOSED') = (closed_by is not null)),
  constraint request_locale_is_known check (locale in ('es', 'en')),
  constraint request_note_is_short check (char_length(note) between 1 and 2000)
);
create index request_by_cart on request (account_id, cart_id);
comment on index request_by_cart is 'The foreign key.';
create index request_by_state on request (account_id, state, id);
comment on index request_by_state is 'The requests of one state, newest first.';
create index request_by_age on request (id);
comment on index request_by_age is 'The vendor''s list over accounts, newest first.';
call app.guard_account_table('request', 'select, insert, update', 'a corporate account''s wish to change, on its way to the representative');
comment on column request.requested_by is 'Who asked: "person:<id>" or "api-client:<id>".';

create table request_line (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  request_id uuid not null,
  position integer not null,
  subscription_id uuid,
  product_id uuid not null,
  plan_id uuid not null,
  previous_seats bigint not null,
  seats bigint not null,
  effective text,
  align_to_subscription_id uuid,
  release_rule text,
  release_user_ids uuid[] not null,
  constraint request_line_key primary key (account_id, id),
  constraint request_line_belongs_to_request foreign key (account_id, request_id) references request (account_id, id),
  constraint request_line_changes_a_subscription foreign key (account_id, subscription_id) references subscription (account_id, id),
  constraint request_line_joins_a_subscription foreign key (account_id, align_to_subscription_id) references subscription (account_id, id),
  constraint request_line_is_of_a_plan foreign key (plan_id, product_id) references plan (id, product_id),
  constraint request_line_position_is_unique unique (account_id, request_id, position),
  constraint request_line_effective_is_known check (effective in ('NOW', 'AT_RENEWAL')),
  constraint request_line_release_rule_is_known check (release_rule in ('LONGEST_WITHOUT_SIGN_IN', 'LAST_ASSIGNED')),
  constraint request_line_seats_within_limits check (seats between 0 and 1000000 and previous_seats between 0 and 1000000)
);
create index request_line_by_subscription on request_line (account_id, subscription_id) where subscription_id is not null;
comment on index request_line_by_subscription is 'What was asked for a subscription; the foreign key.';
create index request_line_by_aligned_subscription on request_line (account_id, align_to_subscription_id) where align_to_subscription_id is not null;
comment on index request_line_by_aligned_subscription is 'The foreign key.';
call app.guard_account_table('request_line', 'select, insert', 'one change that is asked for; it stays as it was asked, whatever becomes of the cart');

alter table cart add column request_id uuid;
alter table cart add constraint cart_led_to_request
  foreign key (account_id, request_id) references request (account_id, id) deferrable initially deferred;
create index cart_by_request on cart (account_id, request_id) where request_id is not null;
comment on index cart_by_request is 'The foreign key.';
alter table cart drop constraint cart_names_its_order_while_held_or_checked_out;
alter table cart add constraint cart_names_what_it_led_to
  check (num_nonnulls(order_id, request_id) = case state when 'OPEN' then 0 else 1 end);
alter table cart add constraint only_an_order_holds_a_cart check (state <> 'HELD' or order_id is not null);

alter table mail add column request_id uuid;
alter table mail add constraint mail_is_about_request foreign key (account_id, request_id) references request (account_id, id);
create index mail_by_request on mail (account_id, request_id) where request_id is not null;
comment on index mail_by_request is 'The mails about a request; the foreign key.';

alter table account add column purchase_order_number text;
alter table account add constraint account_purchase_order_number_is_short check (char_length(purchase_order_number) between 1 and 100);
comment on column account.purchase_order_number is 'The reference that new carts begin with.';
