-- What is true after every request, fault, race and restart. Each row that this returns is a violation:
--   psql "$DATABASE" -f db/invariants.sql
-- Run it as puesto_owner or puesto_job; puesto_app sees no account's rows here. It reads one snapshot, statement by statement.

with
kept_balance as (
  select account_id, unnest(array['BALANCE_CREDIT', 'BALANCE_GOODWILL', 'HELD_CREDIT', 'HELD_GOODWILL']) as ledger_account,
    unnest(array[credit_minor, goodwill_minor, held_credit_minor, held_goodwill_minor]) as minor
  from account_balance
),
side as (
  select account_id, credit_account as ledger_account, amount_minor as minor, currency from ledger_entry
  union all
  select account_id, debit_account, -amount_minor, currency from ledger_entry
),
ledger_sum as (
  select account_id, ledger_account, sum(minor) as minor from side group by account_id, ledger_account
),
live_seat as (
  select account_id, subscription_id, count(*) as assigned, count(releasing_order_id) as releasing
  from assignment where released_at is null group by account_id, subscription_id
),
neighbour as (
  select account_id, subscription_id, id, start_at, end_at,
    lag(end_at) over (partition by account_id, subscription_id order by start_at, end_at) as previous_end_at,
    lead(start_at) over (partition by account_id, subscription_id order by start_at, end_at) as next_start_at
  from subscription_period
),
numbered as (
  select series, kind, year, count(*) as documents, min(sequence) as first, max(sequence) as last, count(distinct sequence) as numbers
  from document group by series, kind, year
),
dated as (
  select account_id, id, series, kind, issue_date,
    lag(issue_date) over (partition by series, kind order by year, sequence) as previous_issue_date
  from document
),
line_sum as (
  select account_id, document_id, sum(net_minor) as net_minor from document_line group by account_id, document_id
),
tax_sum as (
  select account_id, document_id, sum(tax_minor) as tax_minor, sum(net_minor) as net_minor from document_tax group by account_id, document_id
),
credited as (
  select account_id, corrects_document_id, corrects_line_id, sum(net_minor) as net_minor
  from document_line where corrects_line_id is not null group by account_id, corrects_document_id, corrects_line_id
),
receivable as (
  select account_id, sum(open_minor) as open_minor from settlement group by account_id
),
chained as (
  select account_id, id, series, previous_hash, hash, app.document_hash(document, app.document_body(account_id, id)) as found_hash,
    count(*) over (partition by series, previous_hash) as followers
  from document
),
violation (invariant, account_id, subject, detail) as (
  select 'a kept balance equals the sum of its entries', coalesce(kept.account_id, entries.account_id), kept.ledger_account,
    format('kept %s, entries %s', kept.minor, entries.minor)
  from kept_balance kept
  full join (select * from ledger_sum where ledger_account ~ '^(BALANCE|HELD)_') entries using (account_id, ledger_account)
  where coalesce(kept.minor, 0) <> coalesce(entries.minor, 0)

  union all
  select 'no balance is below zero', account_id, ledger_account, minor::text from kept_balance where minor < 0

  union all
  select 'an entry is in its account''s currency', side.account_id, side.ledger_account, side.currency
  from side join account using (account_id) where side.currency <> account.currency

  union all
  select 'what is owed is the open part of invoices', coalesce(entries.account_id, receivable.account_id), 'RECEIVABLE',
    format('ledger %s, open %s', -entries.minor, receivable.open_minor)
  from (select * from ledger_sum where ledger_account = 'RECEIVABLE') entries
  full join receivable using (account_id)
  where coalesce(-entries.minor, 0) <> coalesce(receivable.open_minor, 0)

  union all
  select 'an invoice has its settlement, and nothing else has', document.account_id, document.id::text, document.kind
  from document left join settlement on settlement.account_id = document.account_id and settlement.invoice_id = document.id
  where (document.kind = 'INVOICE') <> (settlement.invoice_id is not null)
    or (settlement.invoice_id is not null and (settlement.total_minor <> document.total_minor or settlement.currency <> document.currency))

  union all
  select 'an invoice is due when its settlement is, never before its date', document.account_id, document.id::text,
    format('issued %s, due %s, settlement due %s', issue_date, document.due_date, settlement.due_date)
  from document join settlement on settlement.account_id = document.account_id and settlement.invoice_id = document.id
  where document.due_date is distinct from settlement.due_date or document.due_date < document.issue_date

  union all
  select 'a document''s amounts are those of its lines and taxes', document.account_id, document.id::text,
    format('net %s, lines %s, groups %s; tax %s, groups %s', document.net_minor, line_sum.net_minor, tax_sum.net_minor, document.tax_minor, tax_sum.tax_minor)
  from document
  left join line_sum on line_sum.account_id = document.account_id and line_sum.document_id = document.id
  left join tax_sum on tax_sum.account_id = document.account_id and tax_sum.document_id = document.id
  where line_sum.net_minor is distinct from document.net_minor
    or tax_sum.net_minor is distinct from document.net_minor
    or tax_sum.tax_minor is distinct from document.tax_minor

  union all
  select 'a document says what its hash was made of', account_id, id::text, null from chained where hash <> found_hash

  union all
  select 'the documents of a series are one chain', chained.account_id, chained.id::text, format('%s follow the same one', chained.followers)
  from chained
  left join chained before on before.series = chained.series and before.hash = chained.previous_hash
  where chained.followers > 1 or (before.id is null and chained.previous_hash <> sha256(convert_to(chained.series, 'UTF8')))

  union all
  select 'an invoice belongs to an order, or charges a period', account_id, id::text, number
  from document
  where order_id is null and kind = 'INVOICE'
    and not exists (select from charge_line charge where charge.account_id = document.account_id and charge.document_id = document.id)

  union all
  select 'a placed order has the invoice that its charges need', o.account_id, o.id::text,
    format('charges %s, invoice %s', o.charges_minor, document.total_minor)
  from account_order o
  left join document on document.account_id = o.account_id and document.order_id = o.id and document.kind = 'INVOICE'
  where coalesce(document.total_minor, 0) <> case when o.state = 'PLACED' then o.charges_minor else 0 end
    or (document.id is not null and o.state <> 'PLACED')

  union all
  select 'a placed order has the credit note that its credits need', o.account_id, o.id::text,
    format('credits %s, credit note %s', o.credits_minor, document.total_minor)
  from account_order o
  left join document on document.account_id = o.account_id and document.order_id = o.id and document.kind = 'CREDIT_NOTE'
  where coalesce(document.total_minor, 0) <> case when o.state = 'PLACED' then o.credits_minor else 0 end
    or (document.id is not null and o.state <> 'PLACED')

  union all
  select 'a credit never exceeds the line that it corrects', credited.account_id, credited.corrects_line_id::text,
    format('charged %s, credited %s', line.net_minor, credited.net_minor)
  from credited
  join document_line line on line.account_id = credited.account_id and line.id = credited.corrects_line_id
  where credited.net_minor > line.net_minor

  union all
  select 'a credit note corrects invoice lines, an invoice nothing', line.account_id, line.id::text, document.kind
  from document_line line join document on document.account_id = line.account_id and document.id = line.document_id
  where (document.kind = 'CREDIT_NOTE') <> (line.corrects_line_id is not null)

  union all
  select 'a charge line''s credits are those of its credit notes', charge.account_id, charge.id::text,
    format('kept %s, documents %s', charge.credited_net_minor, credited.net_minor)
  from charge_line charge
  left join credited on credited.account_id = charge.account_id and credited.corrects_line_id = charge.document_line_id
  where charge.credited_net_minor <> coalesce(credited.net_minor, 0)

  union all
  select 'tax credited on charge lines is that of credit notes', account_id, concat_ws(' ', tax_country, tax_treatment, tax_rate_basis_points),
    format('kept %s, credit notes %s', kept.minor, stated.minor)
  from (
    select account_id, tax_country, tax_treatment, tax_rate_basis_points, sum(credited_tax_minor) as minor
    from charge_line group by account_id, tax_country, tax_treatment, tax_rate_basis_points
  ) kept
  full join (
    select tax.account_id, tax.tax_country, tax.tax_treatment, tax.tax_rate_basis_points, sum(tax.tax_minor) as minor
    from document_tax tax join document on document.account_id = tax.account_id and document.id = tax.document_id
    where document.kind = 'CREDIT_NOTE'
    group by tax.account_id, tax.tax_country, tax.tax_treatment, tax.tax_rate_basis_points
  ) stated using (account_id, tax_country, tax_treatment, tax_rate_basis_points)
  where coalesce(kept.minor, 0) <> coalesce(stated.minor, 0)

  union all
  select 'a charge line stands on an invoice with its amount', charge.account_id, charge.id::text,
    format('charged %s, invoice line %s', charge.charged_net_minor, line.net_minor)
  from charge_line charge
  left join document_line line on line.account_id = charge.account_id and line.id = charge.document_line_id
  where charge.charged_net_minor <> coalesce(line.net_minor, 0)

  union all
  select 'a payment that succeeded entered the ledger once, no other did', payment.account_id, payment.id::text,
    format('%s %s, ledger %s', payment.state, payment.amount_minor, entered.minor)
  from payment
  left join (
    select account_id, payment_id, sum(amount_minor) as minor from ledger_entry where kind in ('PAYMENT', 'PAYMENT_TO_BALANCE') group by account_id, payment_id
  ) entered on entered.account_id = payment.account_id and entered.payment_id = payment.id
  where coalesce(entered.minor, 0) <> case when payment.state = 'SUCCEEDED' then payment.amount_minor else 0 end

  union all
  select 'a placed order is paid by at most one payment, of what was due', o.account_id, o.id::text, format('due %s, paid %s in %s', o.due_minor, sum(payment.amount_minor), count(*))
  from account_order o
  join payment on payment.account_id = o.account_id and payment.order_id = o.id and payment.state = 'SUCCEEDED'
  where o.state = 'PLACED'
  group by o.account_id, o.id, o.due_minor
  having count(*) > 1 or sum(payment.amount_minor) <> o.due_minor

  union all
  select 'only an order that waits for payment has an unsettled payment', payment.account_id, payment.id::text, o.state
  from payment join account_order o on o.account_id = payment.account_id and o.id = payment.order_id
  where payment.settled_at is null and o.state <> 'PENDING_PAYMENT'

  union all
  select 'an order has at most one payment that lives', account_id, order_id::text, format('%s payments', count(*))
  from payment where state in ('REQUIRES_ACTION', 'PENDING', 'SUCCEEDED') group by account_id, order_id having count(*) > 1

  union all
  select 'an order that waits has a payment to wait for', o.account_id, o.id::text, null
  from account_order o
  left join payment on payment.account_id = o.account_id and payment.order_id = o.id and payment.settled_at is null
  where o.state = 'PENDING_PAYMENT' and payment.id is null

  union all
  select 'no more seats are assigned than owned', account_id, id::text, format('%s of %s', seats_assigned, seats_owned)
  from subscription where seats_assigned > seats_owned

  union all
  select 'no more seats stay assigned than a waiting order leaves', account_id, id::text,
    format('%s less %s, of %s', seats_assigned, seats_releasing, pending_seats)
  from subscription where seats_assigned - seats_releasing > pending_seats

  union all
  select 'a user holds at most one live seat per product', account_id, user_id::text, format('%s of %s', count(*), product_id)
  from assignment where released_at is null group by account_id, product_id, user_id having count(*) > 1

  union all
  select 'seats assigned are the live assignments', subscription.account_id, subscription.id::text,
    format('kept %s and %s, live %s and %s', seats_assigned, seats_releasing, live_seat.assigned, live_seat.releasing)
  from subscription
  left join live_seat on live_seat.account_id = subscription.account_id and live_seat.subscription_id = subscription.id
  where seats_assigned <> coalesce(live_seat.assigned, 0) or seats_releasing <> coalesce(live_seat.releasing, 0)

  union all
  select 'a deactivated user sits nowhere', account_user.account_id, account_user.id::text, null
  from account_user join assignment on assignment.account_id = account_user.account_id and assignment.user_id = account_user.id
  where account_user.status = 'DEACTIVATED' and assignment.released_at is null

  union all
  select 'an account''s kept counts of users are right', account.account_id, 'users',
    format('kept %s and %s, found %s and %s', active_users, deactivated_users, coalesce(found.active, 0), coalesce(found.deactivated, 0))
  from account
  left join (
    select account_id, count(*) filter (where status = 'ACTIVE') as active, count(*) filter (where status = 'DEACTIVATED') as deactivated
    from account_user group by account_id
  ) found using (account_id)
  where active_users <> coalesce(found.active, 0) or deactivated_users <> coalesce(found.deactivated, 0)

  union all
  select 'periods of a subscription have no gap and no overlap', account_id, subscription_id::text, format('%s after %s', start_at, previous_end_at)
  from neighbour where previous_end_at is not null and previous_end_at <> start_at

  union all
  select 'a subscription has a current period until it ends', subscription.account_id, subscription.id::text, subscription.status
  from subscription
  left join subscription_period period
    on period.account_id = subscription.account_id and period.id = current_period_id and period.subscription_id = subscription.id
  where (subscription.status = 'ENDED') <> (period.id is null)

  union all
  select 'the current period is the last one', subscription.account_id, subscription.id::text, neighbour.next_start_at::text
  from subscription join neighbour on neighbour.account_id = subscription.account_id and neighbour.id = subscription.current_period_id
  where neighbour.next_start_at is not null

  union all
  select 'a subscription that goes on has a live charge line for its seats and period', subscription.account_id, subscription.id::text,
    format('owned %s, charged %s', seats_owned, charge.seats)
  from subscription
  left join charge_line charge
    on charge.account_id = subscription.account_id and charge.subscription_id = subscription.id and charge.replaced_at is null
  where (subscription.status = 'ENDED') <> (charge.id is null)
    or (subscription.status <> 'ENDED' and (charge.seats <> seats_owned or charge.period_id <> current_period_id))

  union all
  select 'only an order that waits for payment holds a subscription', subscription.account_id, subscription.id::text, o.state
  from subscription join account_order o on o.account_id = subscription.account_id and o.id = subscription.pending_order_id
  where o.state <> 'PENDING_PAYMENT'

  union all
  select 'a cart is checked out with its request until that is taken back', cart.account_id, cart.id::text, format('%s, request %s', cart.state, r.state)
  from cart join request r on r.account_id = cart.account_id and r.id = cart.request_id
  where cart.state <> 'CHECKED_OUT' or r.cart_id <> cart.id

  union all
  select 'a cart is held while its order waits, and checked out once it is placed', cart.account_id, cart.id::text, format('%s, order %s', cart.state, o.state)
  from cart join account_order o on o.account_id = cart.account_id and o.id = cart.order_id
  where (cart.state, o.state) not in (('HELD', 'PENDING_PAYMENT'), ('CHECKED_OUT', 'PLACED'))

  union all
  select 'a cart is checked out at most once', account_id, cart_id::text, format('%s orders', count(*))
  from account_order where state <> 'VOIDED' group by account_id, cart_id having count(*) > 1

  union all
  select 'a key that moved money is kept for ever', account_id, key::text, operation
  from idempotency_key where order_id is not null and expires_at is not null

  union all
  select 'an order is placed under one key', account_id, order_id::text, format('%s keys', count(*))
  from idempotency_key where order_id is not null and operation = 'checkout' group by account_id, order_id having count(*) > 1

  union all
  select 'an order is placed under a key of whoever placed it', o.account_id, o.id::text, format('key of %s, order of %s', bound.owner, o.placed_by)
  from idempotency_key bound join account_order o on o.account_id = bound.account_id and o.id = bound.order_id
  where bound.operation = 'checkout' and bound.owner <> o.placed_by

  union all
  select 'a balance is held only while an order waits', account_balance.account_id, 'held', format('%s and %s', held_credit_minor, held_goodwill_minor)
  from account_balance
  where held_credit_minor + held_goodwill_minor > 0
    and not exists (select from account_order o where o.account_id = account_balance.account_id and o.state = 'PENDING_PAYMENT')

  union all
  select 'a placed order''s lines name subscriptions of its account', line.account_id, line.id::text, line.subscription_id::text
  from order_line line join account_order o on o.account_id = line.account_id and o.id = line.order_id
  left join subscription on subscription.account_id = line.account_id and subscription.id = line.subscription_id
  where o.state = 'PLACED' and subscription.id is null

  union all
  select 'numbers of a series have no gap', null, series || ' ' || kind || ' ' || year, format('%s documents, %s to %s', documents, first, last)
  from numbered where first <> 1 or last <> documents or numbers <> documents

  union all
  select 'numbers rise with the issue date', account_id, id::text, format('%s after %s', issue_date, previous_issue_date)
  from dated where previous_issue_date > issue_date

  union all
  select 'a series is of real or of sandbox accounts', null, series, null
  from document join account using (account_id) group by series having count(distinct sandbox) > 1

  union all
  select 'a placed order is told once', o.account_id, o.id::text, coalesce(told.events, 0)::text
  from account_order o
  left join (
    select account_id, payload ->> 'orderId' as order_id, count(*) as events from outbox where type = 'OrderPlaced' group by account_id, payload ->> 'orderId'
  ) told on told.account_id = o.account_id and told.order_id = o.id::text
  left join (
    select distinct account_id, order_id from mail where order_id is not null
  ) mailed on mailed.account_id = o.account_id and mailed.order_id = o.id
  where o.state = 'PLACED'
    and (told.events > 1 or (told.events is null and mailed.order_id is null)) -- a told event is deleted after a while; its mail stays

  union all
  select 'an order is confirmed by one mail', account_id, order_id::text, format('%s mails', count(*))
  from mail where kind = 'ORDER_CONFIRMATION' group by account_id, order_id having count(*) > 1

  union all
  select 'a mail has a Message-ID of its own', account_id, message_id, format('%s mails', count(*))
  from mail group by account_id, message_id having count(*) > 1
)
select * from violation order by invariant, account_id, subject;

select 'the series knows its last number' as invariant, null::uuid as account_id, document_series.series as subject,
  format('%s: kept %s and %s', document_series.year, last_invoice_number, last_credit_note_number) as detail
from document_series
left join (
  select series, year, max(sequence) filter (where kind = 'INVOICE') as invoices, max(sequence) filter (where kind = 'CREDIT_NOTE') as credit_notes
  from document group by series, year
) found on found.series = document_series.series and found.year = document_series.year
where last_invoice_number <> coalesce(invoices, 0) or last_credit_note_number <> coalesce(credit_notes, 0);

select 'a price has a tier from the first seat on' as invariant, null::uuid as account_id, price.id::text as subject, price.currency as detail
from price
where not exists (select from price_tier where price_tier.price_id = price.id and price_tier.first_seat = 1);

select 'a payment is what the gateway kept' as invariant, payment.account_id, payment.id::text as subject,
  format('%s %s %s, gateway %s %s %s', payment.state, payment.amount_minor, payment.currency, charge.state, charge.amount_minor, charge.currency) as detail
from payment
left join sandbox_charge charge on charge.payment_id = payment.id
where payment.gateway = 'sandbox'
  and ((payment.state = 'SUCCEEDED' and (charge.state, charge.amount_minor, charge.currency)
      is distinct from ('SUCCEEDED', payment.amount_minor, payment.currency))
    or (payment.state in ('DECLINED', 'CANCELED') and charge.state = 'SUCCEEDED' and charge.refunded_at is null));

select 'a payment is charged once, as the gateway''s own log says' as invariant, payment.account_id, payment.id::text as subject,
  format('%s %s %s, log %s times %s %s', payment.state, payment.amount_minor, payment.currency, coalesce(logged.charges, 0), logged.amount_minor, logged.currency) as detail
from payment
left join (
  select payment_id, count(*) as charges, max(amount_minor) as amount_minor, max(currency) as currency
  from sandbox_gateway_log where request = 'CHARGE' and effect group by payment_id
) logged on logged.payment_id = payment.id
where payment.gateway = 'sandbox'
  and (logged.charges > 1
    or (payment.state = 'SUCCEEDED' and (logged.charges, logged.amount_minor, logged.currency) is distinct from (1, payment.amount_minor, payment.currency)));

select 'a charge is of a payment of ours' as invariant, charge.account_id, charge.payment_id::text as subject,
  format('%s %s %s', charge.state, charge.amount_minor, charge.currency) as detail
from sandbox_charge charge
left join payment on payment.id = charge.payment_id
where payment.id is null;

-- What makes the rest hold: constraints and row-level security in force, and tables that the application cannot rewrite.

select 'a constraint is in force' as invariant, null::uuid as account_id, conrelid::regclass || ' ' || conname as subject, null as detail
from pg_constraint
where connamespace in ('public'::regnamespace, 'app'::regnamespace) and not (convalidated and conenforced)
union all
select 'a row refers to rows of its own account', null, fk.conrelid::regclass || ' ' || fk.conname, null
from pg_constraint fk
join pg_attribute own on own.attrelid = fk.conrelid and own.attname = 'account_id'
join pg_attribute other on other.attrelid = fk.confrelid and other.attname = 'account_id'
where fk.contype = 'f' and fk.connamespace = 'public'::regnamespace
  and not exists (select from unnest(fk.conkey, fk.confkey) as pair (here, there) where here = own.attnum and there = other.attnum)
union all
select 'an account''s table shows one account''s rows', null, pg_class.oid::regclass::text, null
from pg_class
where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and obj_description(pg_class.oid, 'pg_class') like 'account:%'
  and not (relrowsecurity and relforcerowsecurity)
union all
select 'nobody but the owner rewrites ledger, documents and audit trail', null, kept.name, login.name
from unnest(array['ledger_entry', 'document', 'document_line', 'document_tax', 'audit']) as kept (name),
  unnest(array['puesto_app', 'puesto_job']) as login (name)
where has_any_column_privilege(login.name, kept.name, 'update') or has_table_privilege(login.name, kept.name, 'delete, truncate');
