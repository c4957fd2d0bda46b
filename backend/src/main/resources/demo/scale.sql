-- Accounts {0} to {1} of a measurement, at the instant {2}: each with {3} users and {4} subscriptions of {5} seats, {6} of them assigned.
-- The first statement only names sets; it stands before each of the others. Everything that the invariants ask for is there: invoices with numbers, ledger entries, settlements, kept counts.

with scale_account as (
  select n, md5('scale account ' || n)::uuid as account_id, {2}::timestamptz - interval '1 day' * (n % 20) as start_at
  from generate_series({0}::int, {1}::int) as n
), scale_subscription as (
  select a.n, a.account_id, a.start_at, offered.k, md5('scale subscription ' || a.n || '/' || offered.k)::uuid as id,
  md5('scale period ' || a.n || '/' || offered.k)::uuid as period_id, md5('scale line ' || a.n || '/' || offered.k)::uuid as line_id,
  offered.product_id, offered.plan_id, offered.price_id, offered.unit_minor * {5}::bigint as net_minor,
  (a.start_at at time zone 'Europe/Madrid' + interval '1 month') at time zone 'Europe/Madrid' as end_at
from scale_account a cross join (
  select row_number() over (order by plan.code) as k, plan.product_id, plan.id as plan_id, price.id as price_id,
    (select unit_amount_minor from price_tier where price_id = price.id and first_seat <= {5}::bigint order by first_seat desc limit 1) as unit_minor
  from plan join price on price.plan_id = plan.id and price.currency = 'EUR'
  where plan.code in ('meetings-monthly', 'support-desk-monthly', 'webinars-monthly')
) as offered
where offered.k <= {4}::int
);

insert into account (account_id, name, kind, customer_type, status, currency, country, time_zone, locale, address_line_1, postal_code, city,
  billing_email, collection, payment_term_days, external_id, sandbox, active_users, deactivated_users, last_order_number, version, created_at)
select account_id, 'Scale ' || lpad(n::text, 6, '0'), 'SELF_SERVICE', 'BUSINESS', 'ACTIVE', 'EUR', 'ES', 'Europe/Madrid', 'es', 'Calle Larga ' || n, '28001', 'Madrid',
  'billing@scale-' || n || '.example', 'CHARGE', 0, 'scale-' || n, false, {3}::bigint, 0, 0, 1, start_at
from scale_account;

insert into account_balance (account_id, currency, credit_minor, goodwill_minor, held_credit_minor, held_goodwill_minor)
select account_id, 'EUR', 0, 0, 0, 0 from scale_account;

insert into account_user (account_id, id, name, email, external_id, status, invited_at, version)
select account_id, md5('scale user ' || n || '/' || u)::uuid, 'User ' || lpad(u::text, 6, '0'), 'user' || u || '@scale-' || n || '.example', 'U' || u, 'ACTIVE', start_at, 1
from scale_account cross join generate_series(1, {3}::int) as u;

insert into contact (account_id, id, person_id, name, email, locale, roles, created_at, version)
select account_id, md5('scale contact ' || n)::uuid, person.id, person.name, person.email, person.locale, array['BILLING_CONTACT', 'SEAT_ADMIN'], start_at, 1
from scale_account join person on person.email = 'marta.iglesias@gestoria-iglesias.example' where n = 0;

insert into payment_method (account_id, gateway, token, brand, last_digits, preferred, created_at)
select account_id, 'sandbox', 'sandbox_success', 'Visa', '4242', true, start_at from scale_account;

insert into account_grant (account_id, api_client_id, scopes, granted_by, granted_at)
select a.account_id, c.id, c.scopes, 'system', a.start_at from scale_account a cross join api_client c where c.client_id in ('demo-integrator', 'demo-signin');

insert into subscription (account_id, id, product_id, plan_id, currency, status, seats_owned, seats_assigned, seats_releasing, current_period_id, started_at, version)
select account_id, id, product_id, plan_id, 'EUR', 'ACTIVE', {5}::bigint, {6}::bigint, 0, period_id, start_at, 1 from scale_subscription;

insert into subscription_period (account_id, id, subscription_id, anchor_at, ordinal, time_zone, billing_interval, start_at, end_at)
select account_id, period_id, id, start_at, 0, 'Europe/Madrid', 'MONTH', start_at, end_at from scale_subscription;

insert into assignment (account_id, subscription_id, product_id, user_id, assigned_at, assigned_by)
select account_id, id, product_id, md5('scale user ' || n || '/' || u)::uuid, start_at + interval '1 second' * u, 'system'
from scale_subscription cross join generate_series(1, {6}::int) as u;

insert into last_sign_in (account_id, user_id, product_id, signed_in_at)
select account_id, md5('scale user ' || n || '/' || u)::uuid, product_id, {2}::timestamptz - interval '1 minute' * (u % 1440)
from scale_subscription cross join generate_series(1, {6}::int) as u;

select count(*) from (
  select a.account_id, sum(s.net_minor)::bigint as net_minor, jsonb_agg(jsonb_build_object('id', s.line_id, 'position', s.k, 'subscription_id', s.id, 'description', 'Puestos',
      'seats', {5}::bigint, 'period_start_at', s.start_at, 'period_end_at', s.end_at, 'net_minor', s.net_minor, 'tax_country', 'ES', 'tax_treatment', 'STANDARD',
      'tax_rate_basis_points', 2100, 'explanation', jsonb_build_object('version', 1))) as lines
  from scale_account a join scale_subscription s using (account_id) group by a.account_id, a.n order by a.n
) as charged cross join lateral app.issue_documents(charged.account_id, 'A', 'Europe/Madrid', {2}::timestamptz, jsonb_build_array(jsonb_build_object(
  'id', md5('scale invoice ' || charged.account_id)::uuid, 'kind', 'INVOICE', 'due_date', ({2}::timestamptz at time zone 'Europe/Madrid')::date, 'currency', 'EUR', 'tax_inclusive', false,
  'net_minor', charged.net_minor, 'tax_minor', charged.net_minor * 21 / 100, 'total_minor', charged.net_minor + charged.net_minor * 21 / 100,
  'seller', (select seller from document limit 1), 'buyer', (select buyer from document limit 1), 'lines', charged.lines,
  'taxes', jsonb_build_array(jsonb_build_object('tax_country', 'ES', 'tax_treatment', 'STANDARD', 'tax_rate_basis_points', 2100,
    'net_minor', charged.net_minor, 'tax_minor', charged.net_minor * 21 / 100)))));

insert into charge_line (account_id, subscription_id, period_id, plan_id, price_id, seats, start_at, end_at, currency, full_price_minor, discount_basis_points,
  discount_amount_minor, tax_inclusive, tax_country, tax_treatment, tax_rate_basis_points, charged_net_minor, charged_tax_minor, credited_net_minor, credited_tax_minor,
  document_id, document_line_id)
select account_id, id, period_id, plan_id, price_id, {5}::bigint, start_at, end_at, 'EUR', net_minor, 0, 0, false, 'ES', 'STANDARD', 2100, net_minor, net_minor * 21 / 100, 0, 0,
  md5('scale invoice ' || account_id)::uuid, line_id
from scale_subscription;

insert into settlement (account_id, invoice_id, state, currency, total_minor, paid_minor, credited_minor, open_minor, due_date, updated_at)
select account_id, id, 'PAID', currency, total_minor, total_minor, 0, 0, due_date, {2}::timestamptz
from document join scale_account using (account_id);

insert into ledger_entry (account_id, entered_at, kind, debit_account, credit_account, amount_minor, currency, document_id)
select account_id, {2}::timestamptz, entry.kind, entry.debit, entry.credit, entry.minor, 'EUR', case entry.kind when 'GOODWILL' then null else d.id end
from document d join scale_account using (account_id) cross join lateral (values
  ('CHARGE', 'RECEIVABLE', 'REVENUE', d.net_minor),
  ('CHARGE_TAX', 'RECEIVABLE', 'TAX_ES', d.tax_minor),
  ('GOODWILL', 'GOODWILL_EXPENSE', 'BALANCE_GOODWILL', d.total_minor),
  ('BALANCE_PAYS', 'BALANCE_GOODWILL', 'RECEIVABLE', d.total_minor)
) as entry (kind, debit, credit, minor);
