-- a kept balance equals the sum of its entries
update account_balance set credit_minor = credit_minor + 1 where account_id = :account;
-- no balance is below zero
alter table account_balance drop constraint account_balance_is_never_below_zero;
update account_balance set credit_minor = -1 where account_id = :account;
-- an entry is in its account's currency
update ledger_entry set currency = 'USD' where account_id = :account;
-- what is owed is the open part of invoices
update settlement set state = 'OPEN', paid_minor = paid_minor - 1, open_minor = 1 where account_id = :account and paid_minor > 0;
-- an invoice has its settlement, and nothing else has
delete from settlement where account_id = :account;
-- an invoice is due when its settlement is, never before its date
update settlement set due_date = due_date - 1 where account_id = :account;
-- a document's amounts are those of its lines and taxes
update document_line set net_minor = net_minor + 1 where account_id = :account;
-- a document says what its hash was made of
update document set purchase_order_number = 'X' where account_id = :account;
-- the documents of a series are one chain
update document set previous_hash = sha256('a broken chain') where account_id = :account;
-- an invoice belongs to an order, or charges a period
update document set order_id = null where account_id = :account;
update charge_line set document_id = null, document_line_id = null where account_id = :account;
-- a placed order has the invoice that its charges need
update account_order set charges_minor = charges_minor + 1, total_minor = total_minor + 1 where account_id = :account and state = 'PLACED';
-- a placed order has the credit note that its credits need
update account_order set credits_minor = credits_minor + 1, total_minor = total_minor - 1 where account_id = :account and state = 'PLACED';
-- a credit never exceeds the line that it corrects
update document_line set net_minor = 0 where account_id = :account and corrects_line_id is null;
-- a credit note corrects invoice lines, an invoice nothing
update document_line set corrects_document_id = null, corrects_line_id = null where account_id = :account;
-- a charge line's credits are those of its credit notes
update charge_line set credited_net_minor = credited_net_minor + 1 where account_id = :account and credited_net_minor < charged_net_minor;
-- tax credited on charge lines is that of credit notes
update charge_line set credited_tax_minor = credited_tax_minor + 1 where account_id = :account and credited_tax_minor < charged_tax_minor;
-- a charge line stands on an invoice with its amount
update charge_line set charged_net_minor = charged_net_minor + 1 where account_id = :account;
-- a payment that succeeded entered the ledger once, no other did
delete from ledger_entry where account_id = :account and kind = 'PAYMENT';
-- a placed order is paid by at most one payment, of what was due
update account_order set due_minor = due_minor + 1 where account_id = :account and state = 'PLACED';
-- only an order that waits for payment has an unsettled payment
update payment set state = 'PENDING', settled_at = null, ask_again_at = created_at where account_id = :account and state = 'SUCCEEDED';
-- an order has at most one payment that lives
drop index one_live_payment_per_order;
insert into payment (account_id, order_id, payment_method_id, gateway, amount_minor, currency, state, created_at, settled_at)
  select account_id, order_id, payment_method_id, gateway, amount_minor, currency, state, created_at, settled_at
  from payment where account_id = :account and state = 'SUCCEEDED';
-- an order that waits has a payment to wait for
update payment set state = 'CANCELED', settled_at = created_at, ask_again_at = null where account_id = :account and settled_at is null;
-- no more seats are assigned than owned
alter table subscription drop constraint assigned_seats_within_owned;
update subscription set seats_assigned = seats_owned + 1 where account_id = :account and status <> 'ENDED';
-- no more seats stay assigned than a waiting order leaves
alter table subscription drop constraint assigned_seats_within_pending_target;
update subscription set pending_seats = 0 where account_id = :account and pending_order_id is not null;
-- a user holds at most one live seat per product
drop index one_live_seat_per_user_and_product;
insert into assignment (account_id, subscription_id, product_id, user_id, assigned_at, assigned_by)
  select account_id, subscription_id, product_id, user_id, assigned_at, assigned_by from assignment where account_id = :account;
-- seats assigned are the live assignments
update subscription set seats_assigned = 0 where account_id = :account;
-- a deactivated user sits nowhere
update account_user set status = 'DEACTIVATED', deactivated_at = invited_at where account_id = :account;
-- an account's kept counts of users are right
update account set active_users = active_users + 1 where account_id = :account;
-- periods of a subscription have no gap and no overlap
insert into subscription_period (account_id, subscription_id, anchor_at, ordinal, time_zone, billing_interval, start_at, end_at)
  select account_id, subscription_id, anchor_at, ordinal, time_zone, billing_interval, end_at + interval '1 hour', end_at + interval '2 hours'
  from subscription_period where account_id = :account and end_at > start_at
    and id in (select current_period_id from subscription where account_id = :account);
-- a subscription has a current period until it ends
alter table subscription drop constraint subscription_has_a_period_until_it_ends;
update subscription set current_period_id = null where account_id = :account;
-- the current period is the last one
insert into subscription_period (account_id, subscription_id, anchor_at, ordinal, time_zone, billing_interval, start_at, end_at)
  select account_id, subscription_id, anchor_at, ordinal, time_zone, billing_interval, end_at, end_at + interval '1 hour'
  from subscription_period where account_id = :account and end_at > start_at
    and id in (select current_period_id from subscription where account_id = :account);
-- a subscription that goes on has a live charge line for its seats and period
update charge_line set seats = seats + 1 where account_id = :account and replaced_at is null;
-- only an order that waits for payment holds a subscription
update account_order set state = 'VOIDED', void_reason = 'DECLINED', voided_at = created_at where account_id = :account and state = 'PENDING_PAYMENT';
-- a cart is checked out with its request until that is taken back
insert into request (account_id, number, state, cart_id, requested_by, contact_name, contact_email, locale, created_at, version)
  select account_id, 1, 'OPEN', id, owner, 'Lucía', 'lucia@example.com', 'es', created_at, 1 from cart where account_id = :account and state = 'HELD';
update cart set order_id = null, request_id = (select id from request where account_id = :account) where account_id = :account and state = 'CHECKED_OUT';
-- a cart is held while its order waits, and checked out once it is placed
update cart set state = 'CHECKED_OUT' where account_id = :account and state = 'HELD';
-- a cart is checked out at most once
drop index one_living_order_per_cart;
update account_order set cart_id = (select id from cart where account_id = :account order by id limit 1) where account_id = :account;
-- a key that moved money is kept for ever
update idempotency_key set expires_at = bound_at where account_id = :account and order_id is not null;
-- an order is placed under one key
insert into idempotency_key (account_id, owner, key, operation, input_hash, order_id, answer, bound_at)
  select account_id, owner, uuidv7(), operation, input_hash, order_id, answer, bound_at from idempotency_key where account_id = :account and order_id is not null;
-- an order is placed under a key of whoever placed it
update idempotency_key set owner = 'person:another' where account_id = :account and order_id is not null;
-- a balance is held only while an order waits
update account_order set state = 'VOIDED', void_reason = 'DECLINED', voided_at = created_at where account_id = :account and state = 'PENDING_PAYMENT';
update account_balance set held_credit_minor = 1 where account_id = :account;
-- a placed order's lines name subscriptions of its account
update order_line set subscription_id = uuidv7() where account_id = :account;
-- numbers of a series have no gap
update document set sequence = sequence + 1000000 where account_id = :account;
-- numbers rise with the issue date
update document set issue_date = date '2001-01-01'
  where account_id = :account and kind = 'INVOICE' and sequence = (select max(sequence) from document where account_id = :account and kind = 'INVOICE');
-- a series is of real or of sandbox accounts
update document set series = (select min(series) from document where account_id = :account), sequence = sequence + 1000000 where account_id = :sandbox;
-- a placed order is told once
insert into outbox (account_id, type, version, payload, created_at, attempts)
  select account_id, 'OrderPlaced', 1, jsonb_build_object('orderId', id), created_at, 0
  from account_order, generate_series(1, 2) where account_id = :account and state = 'PLACED';
-- an order is confirmed by one mail
insert into mail (account_id, event_id, kind, order_id, recipient, locale, subject, text_body, html_body, message_id, state, created_at, attempts)
  select account_id, uuidv7(), 'ORDER_CONFIRMATION', id, 'lucia@example.com', 'es', 'S', 'T', 'H', uuidv7()::text, 'KEPT', created_at, 0
  from account_order, generate_series(1, 2) where account_id = :account and state = 'PLACED';
-- a mail has a Message-ID of its own
insert into mail (account_id, event_id, kind, recipient, locale, subject, text_body, html_body, message_id, state, created_at, attempts)
  select account_id, uuidv7(), 'ORDER_CONFIRMATION', 'lucia@example.com', 'es', 'S', 'T', 'H', '<twice@example.com>', 'KEPT', created_at, 0
  from account, generate_series(1, 2) where account_id = :account;
-- the series knows its last number
update document_series set last_invoice_number = last_invoice_number + 1 where series in (select series from document where account_id = :account);
-- a price has a tier from the first seat on
delete from price_tier where first_seat = 1;
-- a payment is what the gateway kept
update payment set amount_minor = amount_minor + 1 where account_id = :account and state = 'SUCCEEDED';
-- a payment is charged once, as the gateway's own log says
insert into sandbox_gateway_log (at, payment_id, request, amount_minor, currency, state, effect)
  select created_at, id, 'CHARGE', amount_minor, currency, state, true from payment where account_id = :account;
-- a charge is of a payment of ours
insert into sandbox_charge (payment_id, account_id, token, amount_minor, currency, state, action_key, created_at)
  select uuidv7(), account_id, 'sandbox_success', 1000, currency, 'SUCCEEDED', '', created_at from account where account_id = :account;
-- a constraint is in force
alter table account_balance drop constraint account_balance_is_never_below_zero;
alter table account_balance add constraint account_balance_is_never_below_zero check (credit_minor >= 0) not valid;
-- a row refers to rows of its own account
alter table mail add constraint mail_is_about_any_order foreign key (event_id, order_id) references account_order (account_id, id) not enforced;
-- an account's table shows one account's rows
alter table mail no force row level security;
-- nobody but the owner rewrites ledger, documents and audit trail
grant update on audit to puesto_app;
