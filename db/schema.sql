-- Today's schema, written by SchemaCodegen from the system catalog after the last migration. Do not edit.
create extension btree_gist;

CREATE OR REPLACE PROCEDURE app.describe_table(IN table_name text, IN kind text, IN app_grants text, IN job_grants text, IN description text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('comment on table %I is %L', table_name, kind || ': ' || description);
  if app_grants <> '' then
    execute format('grant %s on %I to puesto_app', app_grants, table_name);
  end if;
  if job_grants <> '' then
    execute format('grant %s on %I to puesto_job', job_grants, table_name);
  end if;
end
$procedure$;
alter procedure app.describe_table(IN table_name text, IN kind text, IN app_grants text, IN job_grants text, IN description text) owner to puesto_owner;
comment on procedure app.describe_table(IN table_name text, IN kind text, IN app_grants text, IN job_grants text, IN description text) is 'Gives a reference, lookup or installation table its comment and its grants.';

CREATE OR REPLACE FUNCTION app.document_body(account uuid, document uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select jsonb_build_array(
    (select jsonb_agg(jsonb_build_array(position, description, seats,
        (extract(epoch from period_start_at) * 1000000)::bigint, (extract(epoch from period_end_at) * 1000000)::bigint,
        net_minor, tax_country, tax_treatment, tax_rate_basis_points, corrects_document_id, corrects_line_id, explanation)
        order by position)
      from document_line where account_id = account and document_id = document),
    (select jsonb_agg(jsonb_build_array(tax_country, tax_treatment, tax_rate_basis_points, net_minor, tax_minor,
        stated_currency, stated_tax_minor, stated_rate, stated_rate_source, stated_rate_on)
        order by tax_country, tax_treatment, tax_rate_basis_points)
      from document_tax where account_id = account and document_id = document))::text
$function$;
alter function app.document_body(account uuid, document uuid) owner to puesto_owner;
grant execute on function app.document_body(account uuid, document uuid) to public;
grant execute on function app.document_body(account uuid, document uuid) to puesto_app;
grant execute on function app.document_body(account uuid, document uuid) to puesto_job;
comment on function app.document_body(account uuid, document uuid) is 'Lines and taxes of a document as the text that its hash is made of.';

CREATE OR REPLACE FUNCTION app.document_hash(d document, body text)
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$
  select sha256(d.previous_hash || convert_to(jsonb_build_array(
    d.account_id, d.id, d.kind, d.number, d.issue_date::text, (extract(epoch from d.issued_at) * 1000000)::bigint, d.due_date::text,
    d.order_id, d.currency, d.tax_inclusive, d.net_minor, d.tax_minor, d.total_minor, d.purchase_order_number, d.seller, d.buyer)::text
    || body, 'UTF8'))
$function$;
alter function app.document_hash(d document, body text) owner to puesto_owner;
grant execute on function app.document_hash(d document, body text) to public;
grant execute on function app.document_hash(d document, body text) to puesto_app;
grant execute on function app.document_hash(d document, body text) to puesto_job;
comment on function app.document_hash(d document, body text) is 'The hash of a document: SHA-256 over the hash before it in its series and all that the document says. Recompute it with app.document_body.';

CREATE OR REPLACE FUNCTION app.document_number(d document)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select d.series || case d.kind when 'CREDIT_NOTE' then '-R-' else '-' end || d.year || '-' || lpad(d.sequence::text, greatest(6, length(d.sequence::text)), '0')
$function$;
alter function app.document_number(d document) owner to puesto_owner;
grant execute on function app.document_number(d document) to public;
grant execute on function app.document_number(d document) to puesto_app;
grant execute on function app.document_number(d document) to puesto_job;
comment on function app.document_number(d document) is 'The number as printed: series, R for a credit note (Spanish: rectificativa), year, six digits or more.';

CREATE OR REPLACE PROCEDURE app.guard_account_table(IN table_name text, IN app_grants text, IN description text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('comment on table %I is %L', table_name, 'account: ' || description);
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format(
    'create policy %I on %I to puesto_app using (account_id = nullif(current_setting(''puesto.account_id'', true), '''')::uuid)',
    table_name || '_of_set_account', table_name);
  execute format('create policy %I on %I to puesto_owner using (true)', table_name || '_for_migrations', table_name);
  execute format('create policy %I on %I to puesto_job using (true)', table_name || '_for_jobs', table_name);
  execute format('grant %s on %I to puesto_app', app_grants, table_name);
  execute format('grant %s on %I to puesto_job', app_grants, table_name);
end
$procedure$;
alter procedure app.guard_account_table(IN table_name text, IN app_grants text, IN description text) owner to puesto_owner;
comment on procedure app.guard_account_table(IN table_name text, IN app_grants text, IN description text) is 'Makes a table an account''s table: its comment says so, row-level security is forced, each role gets its policy and the grants named.';

CREATE OR REPLACE FUNCTION app.issue_documents(account uuid, series_name text, zone text, at timestamp with time zone, drafts jsonb)
 RETURNS TABLE(document_id uuid, document_number text, document_issue_date date)
 LANGUAGE plpgsql
AS $function$
declare
  last document_series;
  issued document[];
  bodies text[];
  d document;
  i integer;
  days integer;
begin
  with inserted as (insert into document_line (account_id, id, document_id, position, subscription_id, description, seats, period_start_at, period_end_at,
      net_minor, tax_country, tax_treatment, tax_rate_basis_points, corrects_document_id, corrects_line_id, explanation)
    select account, line.id, draft.id, line.position, line.subscription_id, line.description, line.seats, line.period_start_at, line.period_end_at,
      line.net_minor, line.tax_country, line.tax_treatment, line.tax_rate_basis_points, line.corrects_document_id, line.corrects_line_id, line.explanation
    from jsonb_to_recordset(drafts) as draft (id uuid, lines jsonb),
      jsonb_to_recordset(draft.lines) as line (id uuid, position integer, subscription_id uuid, description text, seats bigint,
        period_start_at timestamptz, period_end_at timestamptz, net_minor bigint, tax_country text, tax_treatment text,
        tax_rate_basis_points integer, corrects_document_id uuid, corrects_line_id uuid, explanation jsonb)
    returning 1)
  select count(*) into strict i from inserted;

  with inserted as (insert into document_tax (account_id, document_id, tax_country, tax_treatment, tax_rate_basis_points, net_minor, tax_minor,
      stated_currency, stated_tax_minor, stated_rate, stated_rate_source, stated_rate_on)
    select account, draft.id, tax.tax_country, tax.tax_treatment, tax.tax_rate_basis_points, tax.net_minor, tax.tax_minor,
      tax.stated_currency, tax.stated_tax_minor, tax.stated_rate, tax.stated_rate_source, tax.stated_rate_on
    from jsonb_to_recordset(drafts) as draft (id uuid, taxes jsonb),
      jsonb_to_recordset(draft.taxes) as tax (tax_country text, tax_treatment text, tax_rate_basis_points integer, net_minor bigint,
        tax_minor bigint, stated_currency text, stated_tax_minor bigint, stated_rate numeric, stated_rate_source text, stated_rate_on date)
    returning 1)
  select count(*) into strict i from inserted;

  select array_agg(draft order by draft.kind desc), array_agg(app.document_body(account, draft.id) order by draft.kind desc)
    into issued, bodies
    from jsonb_populate_recordset(null::document, drafts) as draft;

  select * into last from document_series where series = series_name for update;
  if not found then
    insert into document_series (series, year, last_invoice_number, last_credit_note_number, last_issue_date, last_hash)
      values (series_name, extract(year from at at time zone zone), 0, 0, (at at time zone zone)::date, sha256(convert_to(series_name, 'UTF8')))
      on conflict do nothing;
    select * into last from document_series where series = series_name for update;
  end if;

  last.last_issue_date := greatest(last.last_issue_date, (at at time zone zone)::date);
  if last.year <> extract(year from last.last_issue_date) then
    last.year := extract(year from last.last_issue_date);
    last.last_invoice_number := 0;
    last.last_credit_note_number := 0;
  end if;

  days := last.last_issue_date - (at at time zone zone)::date;
  if days > 0 then
    update settlement set due_date = due_date + days
      where account_id = account and invoice_id = any (select draft.id from unnest(issued) as draft where draft.kind = 'INVOICE');
  end if;

  for i in 1 .. cardinality(issued) loop
    d := issued[i];
    if d.kind = 'INVOICE' then
      last.last_invoice_number := last.last_invoice_number + 1;
      d.sequence := last.last_invoice_number;
    else
      last.last_credit_note_number := last.last_credit_note_number + 1;
      d.sequence := last.last_credit_note_number;
    end if;
    d.account_id := account;
    d.series := series_name;
    d.year := last.year;
    d.number := app.document_number(d);
    d.issue_date := last.last_issue_date;
    d.issued_at := at;
    d.due_date := d.due_date + days;
    d.previous_hash := last.last_hash;
    d.hash := app.document_hash(d, bodies[i]);
    last.last_hash := d.hash;
    insert into document values (d.*);
    document_id := d.id;
    document_number := d.number;
    document_issue_date := d.issue_date;
    return next;
  end loop;

  update document_series
    set year = last.year, last_invoice_number = last.last_invoice_number, last_credit_note_number = last.last_credit_note_number,
      last_issue_date = last.last_issue_date, last_hash = last.last_hash
    where series = series_name;
end
$function$;
alter function app.issue_documents(account uuid, series_name text, zone text, at timestamp with time zone, drafts jsonb) owner to puesto_owner;
grant execute on function app.issue_documents(account uuid, series_name text, zone text, at timestamp with time zone, drafts jsonb) to public;
grant execute on function app.issue_documents(account uuid, series_name text, zone text, at timestamp with time zone, drafts jsonb) to puesto_app;
grant execute on function app.issue_documents(account uuid, series_name text, zone text, at timestamp with time zone, drafts jsonb) to puesto_job;
comment on function app.issue_documents(account uuid, series_name text, zone text, at timestamp with time zone, drafts jsonb) is 'Gives drafts of one account the next numbers and the date of their series and inserts them with lines and taxes. Invoices are numbered before credit notes.';

CREATE OR REPLACE FUNCTION app.name_key(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN replace(replace(replace(replace(translate(lower((regexp_replace((NORMALIZE(name, NFD) COLLATE "C"), '[\u0300-\u036F]'::text, ''::text, 'g'::text) COLLATE pg_c_utf8)), 'øłđðħŧıς’'::text, 'olddhtiσ'''::text), 'ß'::text, 'ss'::text), 'æ'::text, 'ae'::text), 'œ'::text, 'oe'::text), 'þ'::text, 'th'::text);
alter function app.name_key(name text) owner to puesto_owner;
grant execute on function app.name_key(name text) to public;
grant execute on function app.name_key(name text) to puesto_app;
grant execute on function app.name_key(name text) to puesto_job;
comment on function app.name_key(name text) is 'What a name stands by and is found by: in lower case, without accents, other Latin letters as one spells them without. What is looked for is brought into the same form by the application (NameKey).';

CREATE OR REPLACE FUNCTION app.sandbox_ask(payment uuid, request text, now timestamp with time zone)
 RETURNS sandbox_charge
 LANGUAGE plpgsql
AS $function$
declare
  charge sandbox_charge := app.sandbox_settle(payment, now);
  open boolean := charge.state in ('REQUIRES_ACTION', 'PENDING');
  changed boolean := false;
begin
  if charge.payment_id is null then
    if request <> 'CANCEL' then
      return null;
    end if;
    insert into sandbox_charge (payment_id, account_id, token, amount_minor, currency, state, action_key, created_at)
      values (payment, payment, '', 0, 'XXX', 'CANCELED', '', now) on conflict (payment_id) do nothing;
    select * into charge from sandbox_charge where payment_id = payment;
    changed := true;
  elsif charge.silent_until > now then
    null;
  elsif request = 'CANCEL' and open then
    update sandbox_charge set state = 'CANCELED', settles_at = null, settles_as = null where payment_id = payment returning * into charge;
    changed := true;
  elsif request = 'CONFIRM' and charge.state = 'REQUIRES_ACTION' then
    update sandbox_charge set state = 'SUCCEEDED' where payment_id = payment returning * into charge;
    changed := true;
  elsif request = 'REFUSE' and charge.state = 'REQUIRES_ACTION' then
    update sandbox_charge set state = 'DECLINED', decline_code = 'authentication_failed' where payment_id = payment returning * into charge;
    changed := true;
  elsif request = 'REFUND' and charge.state = 'SUCCEEDED' and charge.refunded_at is null then
    update sandbox_charge set refunded_at = now where payment_id = payment returning * into charge;
    changed := true;
  end if;
  insert into sandbox_gateway_log (at, payment_id, request, amount_minor, currency, state, effect)
    values (now, payment, request, charge.amount_minor, charge.currency, charge.state, changed);
  return charge;
end
$function$;
alter function app.sandbox_ask(payment uuid, request text, now timestamp with time zone) owner to puesto_owner;
grant execute on function app.sandbox_ask(payment uuid, request text, now timestamp with time zone) to puesto_job;
comment on function app.sandbox_ask(payment uuid, request text, now timestamp with time zone) is 'Any later request about a payment, and how it stands then; null for a payment that the gateway never saw.';

CREATE OR REPLACE FUNCTION app.sandbox_charge(draft sandbox_charge)
 RETURNS sandbox_charge
 LANGUAGE plpgsql
AS $function$
declare
  charge sandbox_charge;
  is_new boolean;
begin
  insert into sandbox_charge values (draft.*) on conflict (payment_id) do nothing;
  is_new := found;
  charge := app.sandbox_settle(draft.payment_id, draft.created_at);
  insert into sandbox_gateway_log (at, payment_id, request, amount_minor, currency, state, effect)
    values (draft.created_at, draft.payment_id, 'CHARGE', draft.amount_minor, draft.currency, charge.state, is_new);
  return charge;
end
$function$;
alter function app.sandbox_charge(draft sandbox_charge) owner to puesto_owner;
grant execute on function app.sandbox_charge(draft sandbox_charge) to puesto_job;
comment on function app.sandbox_charge(draft sandbox_charge) is 'A charge under our payment id: the first one counts, a repeated one is told how it stands.';

CREATE OR REPLACE FUNCTION app.sandbox_settle(payment uuid, now timestamp with time zone)
 RETURNS sandbox_charge
 LANGUAGE plpgsql
AS $function$
declare
  charge sandbox_charge;
begin
  select * into charge from sandbox_charge where payment_id = payment for update;
  if charge.state = 'PENDING' and charge.settles_at <= now then
    charge.state := charge.settles_as;
    charge.decline_code := case charge.settles_as when 'DECLINED' then 'do_not_honor' end;
  elsif charge.state = 'REQUIRES_ACTION' and charge.action_expires_at <= now then
    charge.state := 'DECLINED';
    charge.decline_code := 'authentication_expired';
  else
    return charge;
  end if;
  update sandbox_charge set state = charge.state, decline_code = charge.decline_code where payment_id = payment;
  return charge;
end
$function$;
alter function app.sandbox_settle(payment uuid, now timestamp with time zone) owner to puesto_owner;
grant execute on function app.sandbox_settle(payment uuid, now timestamp with time zone) to puesto_job;
comment on function app.sandbox_settle(payment uuid, now timestamp with time zone) is 'Brings a charge up to date with the time that has passed, and returns it; null for none.';

CREATE OR REPLACE FUNCTION app.set_account(account uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('set local puesto.account_id = %L', account);
end
$function$;
alter function app.set_account(account uuid) owner to puesto_owner;
grant execute on function app.set_account(account uuid) to public;
grant execute on function app.set_account(account uuid) to puesto_app;
grant execute on function app.set_account(account uuid) to puesto_job;
comment on function app.set_account(account uuid) is 'Sets the account whose rows puesto_app may see until the transaction ends. "set local" reaches every node of a cluster; set_config would not.';

create table account (
  account_id uuid not null default uuidv7(),
  name text not null,
  kind text not null,
  customer_type text not null,
  status text not null,
  currency text not null,
  country text not null,
  time_zone text not null,
  locale text not null,
  address_line_1 text not null,
  address_line_2 text,
  postal_code text not null,
  city text not null,
  billing_email text not null,
  collection text not null,
  payment_term_days integer not null,
  representative_id uuid,
  external_id text,
  sandbox boolean not null,
  test_clock_at timestamp with time zone,
  active_users bigint not null,
  deactivated_users bigint not null,
  last_order_number bigint not null,
  version bigint not null,
  created_at timestamp with time zone not null,
  purchase_order_number text,
  name_key text collate "C" not null generated always as (app.name_key(name)) stored
);
comment on table account is 'account: the customer organisation; locked first by whatever changes anything of it';
comment on column account.collection is 'CHARGE: a stored method pays at checkout. SEND_INVOICE: the invoice stays open for payment_term_days.';
comment on column account.representative_id is 'Id of the lookup "representative"; no foreign key crosses the kinds of table.';
comment on column account.test_clock_at is 'What "now" is for this account; null: the real clock.';
comment on column account.active_users is 'Kept count of its users that are ACTIVE, so that a list''s total counts nothing.';
comment on column account.purchase_order_number is 'The reference that new carts begin with.';
comment on column account.name_key is 'The name without accents in lower case: lists stand by it, and what is looked for is brought into the same form.';
alter table account add constraint account_key PRIMARY KEY (account_id);
alter table account add constraint account_collection_is_known CHECK ((collection = ANY (ARRAY['CHARGE'::text, 'SEND_INVOICE'::text])));
alter table account add constraint account_country_is_a_code CHECK ((country ~ '^[A-Z]{2}$'::text));
alter table account add constraint account_currency_is_a_code CHECK ((currency ~ '^[A-Z]{3}$'::text));
alter table account add constraint account_kind_is_known CHECK ((kind = ANY (ARRAY['SELF_SERVICE'::text, 'CORPORATE'::text])));
alter table account add constraint account_locale_is_known CHECK ((locale = ANY (ARRAY['es'::text, 'en'::text])));
alter table account add constraint account_name_is_short CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
alter table account add constraint account_purchase_order_number_is_short CHECK (((char_length(purchase_order_number) >= 1) AND (char_length(purchase_order_number) <= 100)));
alter table account add constraint account_status_is_known CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'CLOSED'::text])));
alter table account add constraint corporate_account_has_a_representative CHECK (((kind <> 'CORPORATE'::text) OR (representative_id IS NOT NULL)));
alter table account add constraint customer_type_is_known CHECK ((customer_type = ANY (ARRAY['BUSINESS'::text, 'PRIVATE'::text])));
alter table account add constraint only_a_sandbox_has_a_test_clock CHECK (((test_clock_at IS NULL) OR sandbox));
alter table account add constraint payment_term_is_limited CHECK (((payment_term_days >= 0) AND (payment_term_days <= 365)));
alter table account add constraint user_counts_are_not_negative CHECK (((active_users >= 0) AND (deactivated_users >= 0)));
CREATE INDEX account_by_external_id ON public.account USING btree (external_id COLLATE "C", account_id) WHERE (external_id IS NOT NULL);
CREATE INDEX account_by_name ON public.account USING btree (name_key, account_id);
CREATE INDEX account_by_representative ON public.account USING btree (representative_id, account_id) WHERE (representative_id IS NOT NULL);
comment on index account_by_external_id is 'The vendor''s search by the id in an integrator''s system.';
comment on index account_by_name is 'The vendor''s list of accounts by name, and the search by a name''s prefix.';
comment on index account_by_representative is 'The accounts in a representative''s care.';
alter table account enable row level security;
alter table account force row level security;
create policy account_for_jobs on account for all to puesto_job using (true);
create policy account_for_migrations on account for all to puesto_owner using (true);
create policy account_of_set_account on account for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on account to puesto_app;
grant insert, select, update on account to puesto_job;

create table account_balance (
  account_id uuid not null,
  currency text not null,
  credit_minor bigint not null,
  goodwill_minor bigint not null,
  held_credit_minor bigint not null,
  held_goodwill_minor bigint not null
);
comment on table account_balance is 'account: today''s balances, each the sum of its ledger entries';
comment on column account_balance.credit_minor is 'BALANCE_CREDIT: from credit notes and payments, in minor units of currency.';
comment on column account_balance.goodwill_minor is 'BALANCE_GOODWILL: given by the vendor, spent first, never refunded, in minor units of currency.';
comment on column account_balance.held_credit_minor is 'HELD_CREDIT: kept for an order that waits for its payment, in minor units of currency.';
comment on column account_balance.held_goodwill_minor is 'HELD_GOODWILL: the same of goodwill, in minor units of currency.';
alter table account_balance add constraint account_balance_key PRIMARY KEY (account_id);
alter table account_balance add constraint account_balance_belongs_to_account FOREIGN KEY (account_id) REFERENCES account(account_id);
alter table account_balance add constraint account_balance_is_exact CHECK ((GREATEST(credit_minor, goodwill_minor, held_credit_minor, held_goodwill_minor) <= '9007199254740991'::bigint));
alter table account_balance add constraint account_balance_is_never_below_zero CHECK (((credit_minor >= 0) AND (goodwill_minor >= 0) AND (held_credit_minor >= 0) AND (held_goodwill_minor >= 0)));
alter table account_balance enable row level security;
alter table account_balance force row level security;
create policy account_balance_for_jobs on account_balance for all to puesto_job using (true);
create policy account_balance_for_migrations on account_balance for all to puesto_owner using (true);
create policy account_balance_of_set_account on account_balance for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on account_balance to puesto_app;
grant insert, select, update on account_balance to puesto_job;

create table account_grant (
  account_id uuid not null,
  api_client_id uuid not null,
  scopes text[] not null,
  granted_by text not null,
  granted_at timestamp with time zone not null,
  revoked_at timestamp with time zone
);
comment on table account_grant is 'account: what an API client may do in this account; withdrawn by revoked_at';
comment on column account_grant.api_client_id is 'Id of the lookup "api_client".';
alter table account_grant add constraint account_grant_key PRIMARY KEY (account_id, api_client_id);
alter table account_grant add constraint account_grant_belongs_to_account FOREIGN KEY (account_id) REFERENCES account(account_id);
CREATE INDEX account_grant_by_client ON public.account_grant USING btree (api_client_id, account_id) WHERE (revoked_at IS NULL);
comment on index account_grant_by_client is 'The accounts that a client may see: the job role''s list.';
alter table account_grant enable row level security;
alter table account_grant force row level security;
create policy account_grant_for_jobs on account_grant for all to puesto_job using (true);
create policy account_grant_for_migrations on account_grant for all to puesto_owner using (true);
create policy account_grant_of_set_account on account_grant for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on account_grant to puesto_app;
grant insert, select, update on account_grant to puesto_job;

create table account_order (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  number bigint not null,
  cart_id uuid not null,
  state text not null,
  void_reason text,
  placed_by text not null,
  contact_email text not null,
  locale text not null,
  currency text not null,
  as_of timestamp with time zone not null,
  created_at timestamp with time zone not null,
  placed_at timestamp with time zone,
  voided_at timestamp with time zone,
  charges_minor bigint not null,
  credits_minor bigint not null,
  total_minor bigint not null,
  carried_invoices_minor bigint not null,
  balance_applied_minor bigint not null,
  balance_added_minor bigint not null,
  due_minor bigint not null,
  purchase_order_number text,
  seat_quote jsonb not null
);
comment on table account_order is 'account: what checkout created from a cart: totals and state';
comment on column account_order.as_of is 'The instant of the seat quote that it is priced at and takes effect from.';
comment on column account_order.charges_minor is 'Charges with tax, in minor units of currency: the invoice''s total.';
comment on column account_order.credits_minor is 'Credits with tax, in minor units of currency: the credit note''s total.';
comment on column account_order.total_minor is 'Charges less credits, in minor units of currency; negative where the balance grows.';
comment on column account_order.carried_invoices_minor is 'Open invoices of before that this checkout collects too, in minor units of currency.';
comment on column account_order.balance_applied_minor is 'Part paid from the balance of before the order, in minor units of currency.';
comment on column account_order.balance_added_minor is 'Part that goes to the balance, in minor units of currency.';
comment on column account_order.due_minor is 'What a payment had to collect, in minor units of currency.';
comment on column account_order.seat_quote is 'The seat quote as priced, with every line''s explanation: {"version": 1, ...}.';
alter table account_order add constraint account_order_key PRIMARY KEY (account_id, id);
alter table account_order add constraint order_number_is_unique_in_account UNIQUE (account_id, number);
alter table account_order add constraint order_belongs_to_account FOREIGN KEY (account_id) REFERENCES account(account_id);
alter table account_order add constraint order_is_of_a_cart FOREIGN KEY (account_id, cart_id) REFERENCES cart(account_id, id);
alter table account_order add constraint order_amounts_are_exact CHECK (((LEAST(charges_minor, credits_minor, carried_invoices_minor, balance_applied_minor, balance_added_minor, due_minor) >= 0) AND (GREATEST(charges_minor, credits_minor, total_minor, carried_invoices_minor, balance_applied_minor, balance_added_minor, due_minor) <= '9007199254740991'::bigint)));
alter table account_order add constraint order_locale_is_known CHECK ((locale = ANY (ARRAY['es'::text, 'en'::text])));
alter table account_order add constraint order_state_is_known CHECK ((state = ANY (ARRAY['PENDING_PAYMENT'::text, 'PLACED'::text, 'VOIDED'::text])));
alter table account_order add constraint order_total_is_charges_less_credits CHECK ((total_minor = (charges_minor - credits_minor)));
alter table account_order add constraint placed_order_has_its_instant CHECK (((state = 'PLACED'::text) = (placed_at IS NOT NULL)));
alter table account_order add constraint void_reason_is_known CHECK ((void_reason = ANY (ARRAY['DECLINED'::text, 'EXPIRED'::text, 'CANCELED'::text])));
alter table account_order add constraint voided_order_has_instant_and_reason CHECK ((((state = 'VOIDED'::text) = (voided_at IS NOT NULL)) AND ((state = 'VOIDED'::text) = (void_reason IS NOT NULL))));
CREATE INDEX account_order_by_cart ON public.account_order USING btree (account_id, cart_id);
CREATE INDEX account_order_by_state ON public.account_order USING btree (account_id, state, id);
CREATE UNIQUE INDEX one_living_order_per_cart ON public.account_order USING btree (account_id, cart_id) WHERE (state = ANY (ARRAY['PENDING_PAYMENT'::text, 'PLACED'::text]));
CREATE INDEX pending_order_by_age ON public.account_order USING btree (created_at) WHERE (state = 'PENDING_PAYMENT'::text);
comment on index account_order_by_cart is 'The foreign key.';
comment on index account_order_by_state is 'The orders of one state, newest first.';
comment on index one_living_order_per_cart is 'A cart is checked out at most once.';
comment on index pending_order_by_age is 'What the recovery job voids when too old.';
alter table account_order enable row level security;
alter table account_order force row level security;
create policy account_order_for_jobs on account_order for all to puesto_job using (true);
create policy account_order_for_migrations on account_order for all to puesto_owner using (true);
create policy account_order_of_set_account on account_order for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on account_order to puesto_app;
grant insert, select, update on account_order to puesto_job;

create table account_user (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  name text not null,
  email text not null,
  email_key text collate "C" not null generated always as (lower(email)) stored,
  external_id text,
  status text not null,
  invited_at timestamp with time zone not null,
  deactivated_at timestamp with time zone,
  version bigint not null,
  name_key text collate "C" not null generated always as (app.name_key(name)) stored
);
comment on table account_user is 'account: a person of the account who can be given seats';
comment on column account_user.email_key is 'Lower-case e-mail; look-ups compare it, since only leakproof operators reach an index under row-level security.';
comment on column account_user.name_key is 'The name without accents in lower case: lists stand by it, and what is looked for is brought into the same form.';
alter table account_user add constraint account_user_key PRIMARY KEY (account_id, id);
alter table account_user add constraint user_email_is_unique_in_account UNIQUE (account_id, email_key);
alter table account_user add constraint user_external_id_is_unique_in_account UNIQUE (account_id, external_id);
alter table account_user add constraint account_user_belongs_to_account FOREIGN KEY (account_id) REFERENCES account(account_id);
alter table account_user add constraint deactivated_user_has_its_instant CHECK (((status = 'DEACTIVATED'::text) = (deactivated_at IS NOT NULL)));
alter table account_user add constraint user_email_is_short CHECK (((char_length(email) >= 3) AND (char_length(email) <= 254)));
alter table account_user add constraint user_external_id_is_short CHECK (((char_length(external_id) >= 1) AND (char_length(external_id) <= 200)));
alter table account_user add constraint user_name_is_short CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
alter table account_user add constraint user_status_is_known CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'DEACTIVATED'::text])));
CREATE INDEX account_user_by_invitation ON public.account_user USING btree (account_id, invited_at, id);
CREATE INDEX account_user_by_name ON public.account_user USING btree (account_id, name_key, id);
CREATE INDEX deactivated_user_by_name ON public.account_user USING btree (account_id, name_key, id) WHERE (status = 'DEACTIVATED'::text);
comment on index account_user_by_invitation is 'The list of users by invitation, page by page.';
comment on index account_user_by_name is 'The list of users by name, page by page, and the search by a name''s prefix.';
comment on index deactivated_user_by_name is 'The few users who are deactivated, by name.';
alter table account_user enable row level security;
alter table account_user force row level security;
create policy account_user_for_jobs on account_user for all to puesto_job using (true);
create policy account_user_for_migrations on account_user for all to puesto_owner using (true);
create policy account_user_of_set_account on account_user for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on account_user to puesto_app;
grant insert, select, update on account_user to puesto_job;

create table api_client (
  id uuid not null default uuidv7(),
  client_id text not null,
  name text not null,
  secret_hash text,
  scopes text[] not null,
  status text not null,
  tokens_valid_from timestamp with time zone not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone
);
comment on table api_client is 'lookup: an OAuth client of an integrator or partner';
comment on column api_client.client_id is 'The OAuth client_id; at an external issuer the name it has there.';
comment on column api_client.secret_hash is 'Encoded secret for the embedded issuer; null where an external issuer keeps it.';
comment on column api_client.tokens_valid_from is 'Tokens issued before are refused: raised by a rotation.';
alter table api_client add constraint api_client_key PRIMARY KEY (id);
alter table api_client add constraint api_client_id_is_unique UNIQUE (client_id);
alter table api_client add constraint api_client_id_is_short CHECK (((char_length(client_id) >= 1) AND (char_length(client_id) <= 200)));
alter table api_client add constraint api_client_status_is_known CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'REVOKED'::text])));
alter table api_client add constraint revoked_client_has_its_instant CHECK (((status = 'REVOKED'::text) = (revoked_at IS NOT NULL)));
grant select on api_client to puesto_app;
grant insert, select, update on api_client to puesto_job;

create table assignment (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  subscription_id uuid not null,
  product_id uuid not null,
  user_id uuid not null,
  assigned_at timestamp with time zone not null,
  assigned_by text not null,
  releasing_order_id uuid,
  released_at timestamp with time zone,
  released_by text,
  release_reason text
);
comment on table assignment is 'account: one user sitting in one seat of one subscription, live or released';
comment on column assignment.assigned_by is 'Who did it: "person:<id>", "api-client:<id>" or "system".';
comment on column assignment.releasing_order_id is 'The pending order that will release it: still seated, not transferable.';
alter table assignment add constraint assignment_key PRIMARY KEY (account_id, id);
alter table assignment add constraint assignment_belongs_to_subscription FOREIGN KEY (account_id, subscription_id, product_id) REFERENCES subscription(account_id, id, product_id);
alter table assignment add constraint assignment_belongs_to_user FOREIGN KEY (account_id, user_id) REFERENCES account_user(account_id, id);
alter table assignment add constraint assignment_is_marked_by_order FOREIGN KEY (account_id, releasing_order_id) REFERENCES account_order(account_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table assignment add constraint release_reason_is_known CHECK ((release_reason = ANY (ARRAY['RELEASED'::text, 'TRANSFERRED'::text, 'REDUCED'::text, 'ENDED'::text, 'DEACTIVATED'::text])));
alter table assignment add constraint released_seat_has_instant_and_reason CHECK ((((released_at IS NULL) = (release_reason IS NULL)) AND ((released_at IS NULL) = (released_by IS NULL))));
alter table assignment add constraint released_seat_is_no_longer_marked CHECK (((released_at IS NULL) OR (releasing_order_id IS NULL)));
CREATE INDEX assignment_by_release ON public.assignment USING btree (account_id, subscription_id, released_at) WHERE (released_at IS NOT NULL);
CREATE INDEX assignment_by_releasing_order ON public.assignment USING btree (account_id, releasing_order_id) WHERE (releasing_order_id IS NOT NULL);
CREATE INDEX assignment_by_subscription ON public.assignment USING btree (account_id, subscription_id, product_id, assigned_at);
CREATE INDEX assignment_by_user ON public.assignment USING btree (account_id, user_id);
CREATE INDEX live_assignment_by_assigner ON public.assignment USING btree (account_id, subscription_id, assigned_by, id) WHERE ((released_at IS NULL) AND (assigned_by IS NOT NULL));
CREATE INDEX live_assignment_by_subscription ON public.assignment USING btree (account_id, subscription_id, id) WHERE (released_at IS NULL);
CREATE UNIQUE INDEX one_live_seat_per_user_and_product ON public.assignment USING btree (account_id, product_id, user_id) WHERE (released_at IS NULL);
comment on index assignment_by_release is 'What was released in a stretch of time.';
comment on index assignment_by_releasing_order is 'What a pending order''s finish releases; the foreign key.';
comment on index assignment_by_subscription is 'What was assigned in a stretch of time; the foreign key.';
comment on index assignment_by_user is 'A user''s seats, live and released; the foreign key.';
comment on index live_assignment_by_assigner is 'Who assigned the seats of a subscription, by one look-up each; the seats that one of them assigned. Its condition, always true, keeps it from statements that say nothing of who assigned.';
comment on index live_assignment_by_subscription is 'Who sits in a subscription, page by page, oldest first.';
comment on index one_live_seat_per_user_and_product is 'A user holds at most one live seat per product of an account. The newest index, so that it is taken for the live seat of a user whatever is known of the table.';
alter table assignment enable row level security;
alter table assignment force row level security;
create policy assignment_for_jobs on assignment for all to puesto_job using (true);
create policy assignment_for_migrations on assignment for all to puesto_owner using (true);
create policy assignment_of_set_account on assignment for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on assignment to puesto_app;
grant insert, select, update on assignment to puesto_job;

create table audit (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  at timestamp with time zone not null,
  actor text not null,
  action text not null,
  subject_type text not null,
  subject_id uuid not null,
  before jsonb,
  after jsonb,
  request_id text
);
comment on table audit is 'account: who changed what, before and after, written in the change''s own transaction';
comment on column audit.actor is 'Who did it: "person:<id>", "api-client:<id>" or "system".';
alter table audit add constraint audit_key PRIMARY KEY (account_id, id);
alter table audit add constraint audit_belongs_to_account FOREIGN KEY (account_id) REFERENCES account(account_id);
alter table audit add constraint audit_action_is_short CHECK (((char_length(action) >= 1) AND (char_length(action) <= 100)));
CREATE INDEX audit_by_instant ON public.audit USING btree (account_id, at, id);
comment on index audit_by_instant is 'The audit trail, newest first, page by page.';
alter table audit enable row level security;
alter table audit force row level security;
create policy audit_for_jobs on audit for all to puesto_job using (true);
create policy audit_for_migrations on audit for all to puesto_owner using (true);
create policy audit_of_set_account on audit for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select on audit to puesto_app;
grant insert, select on audit to puesto_job;

create table cart (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  owner text not null,
  state text not null,
  order_id uuid,
  purchase_order_number text,
  tax_id_to_add text,
  version bigint not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  request_id uuid
);
comment on table cart is 'account: the changes that a person or API client has collected for one checkout';
comment on column cart.owner is 'Whose it is: "person:<id>" or "api-client:<id>".';
alter table cart add constraint cart_key PRIMARY KEY (account_id, id);
alter table cart add constraint cart_belongs_to_account FOREIGN KEY (account_id) REFERENCES account(account_id);
alter table cart add constraint cart_led_to_order FOREIGN KEY (account_id, order_id) REFERENCES account_order(account_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table cart add constraint cart_led_to_request FOREIGN KEY (account_id, request_id) REFERENCES request(account_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table cart add constraint cart_names_what_it_led_to CHECK ((num_nonnulls(order_id, request_id) =
CASE state
    WHEN 'OPEN'::text THEN 0
    ELSE 1
END));
alter table cart add constraint cart_state_is_known CHECK ((state = ANY (ARRAY['OPEN'::text, 'HELD'::text, 'CHECKED_OUT'::text])));
alter table cart add constraint only_an_order_holds_a_cart CHECK (((state <> 'HELD'::text) OR (order_id IS NOT NULL)));
alter table cart add constraint purchase_order_number_is_short CHECK (((char_length(purchase_order_number) >= 1) AND (char_length(purchase_order_number) <= 100)));
alter table cart add constraint tax_id_to_add_is_short CHECK (((char_length(tax_id_to_add) >= 1) AND (char_length(tax_id_to_add) <= 40)));
CREATE INDEX cart_by_order ON public.cart USING btree (account_id, order_id);
CREATE INDEX cart_by_request ON public.cart USING btree (account_id, request_id) WHERE (request_id IS NOT NULL);
CREATE UNIQUE INDEX one_open_or_held_cart_per_owner ON public.cart USING btree (account_id, owner) WHERE (state = ANY (ARRAY['OPEN'::text, 'HELD'::text]));
comment on index cart_by_order is 'The foreign key.';
comment on index cart_by_request is 'The foreign key.';
comment on index one_open_or_held_cart_per_owner is 'A person or API client has one cart per account.';
alter table cart enable row level security;
alter table cart force row level security;
create policy cart_for_jobs on cart for all to puesto_job using (true);
create policy cart_for_migrations on cart for all to puesto_owner using (true);
create policy cart_of_set_account on cart for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on cart to puesto_app;
grant insert, select, update on cart to puesto_job;

create table cart_line (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  cart_id uuid not null,
  "position" integer not null,
  subscription_id uuid,
  plan_id uuid,
  seats bigint not null,
  effective text,
  align_to_subscription_id uuid,
  release_rule text,
  release_user_ids uuid[] not null,
  seen_seats bigint not null,
  seen_price_id uuid,
  seen_period_id uuid
);
comment on table cart_line is 'account: a target number of seats of a subscription or plan';
comment on column cart_line.seats is 'Target number of seats, not a difference.';
comment on column cart_line.effective is 'NOW or AT_RENEWAL as the buyer asked; null: as the plan''s policy has it.';
comment on column cart_line.seen_seats is 'Seats owned when the line was set: with seen_price_id and seen_period_id it tells a line that went stale.';
alter table cart_line add constraint cart_line_key PRIMARY KEY (account_id, id);
alter table cart_line add constraint cart_line_belongs_to_cart FOREIGN KEY (account_id, cart_id) REFERENCES cart(account_id, id);
alter table cart_line add constraint cart_line_changes_a_subscription FOREIGN KEY (account_id, subscription_id) REFERENCES subscription(account_id, id);
alter table cart_line add constraint cart_line_is_of_a_plan FOREIGN KEY (plan_id) REFERENCES plan(id);
alter table cart_line add constraint cart_line_joins_a_subscription FOREIGN KEY (account_id, align_to_subscription_id) REFERENCES subscription(account_id, id);
alter table cart_line add constraint cart_line_effective_is_known CHECK ((effective = ANY (ARRAY['NOW'::text, 'AT_RENEWAL'::text])));
alter table cart_line add constraint cart_line_names_subscription_or_plan CHECK (((subscription_id IS NOT NULL) OR (plan_id IS NOT NULL)));
alter table cart_line add constraint cart_line_release_rule_is_known CHECK ((release_rule = ANY (ARRAY['LONGEST_WITHOUT_SIGN_IN'::text, 'LAST_ASSIGNED'::text])));
alter table cart_line add constraint cart_line_seats_within_limits CHECK (((seats >= 0) AND (seats <= 1000000)));
alter table cart_line add constraint cart_position_is_limited CHECK ((("position" >= 1) AND ("position" <= 50)));
alter table cart_line add constraint only_a_new_subscription_is_aligned CHECK (((align_to_subscription_id IS NULL) OR (subscription_id IS NULL)));
alter table cart_line add constraint releases_are_limited CHECK ((cardinality(release_user_ids) <= 1000));
alter table cart_line add constraint releases_by_rule_or_by_name CHECK (((release_rule IS NULL) OR (cardinality(release_user_ids) = 0)));
CREATE INDEX cart_line_by_aligned_subscription ON public.cart_line USING btree (account_id, align_to_subscription_id) WHERE (align_to_subscription_id IS NOT NULL);
CREATE INDEX cart_line_by_cart ON public.cart_line USING btree (account_id, cart_id, "position");
CREATE INDEX cart_line_by_subscription ON public.cart_line USING btree (account_id, subscription_id);
CREATE UNIQUE INDEX one_cart_line_per_new_plan ON public.cart_line USING btree (account_id, cart_id, plan_id) WHERE (subscription_id IS NULL);
CREATE UNIQUE INDEX one_cart_line_per_subscription ON public.cart_line USING btree (account_id, cart_id, subscription_id) WHERE (subscription_id IS NOT NULL);
comment on index cart_line_by_aligned_subscription is 'The foreign key.';
comment on index cart_line_by_cart is 'A cart''s lines in order; the foreign key.';
comment on index cart_line_by_subscription is 'The foreign key.';
comment on index one_cart_line_per_new_plan is 'A cart buys a plan anew once.';
comment on index one_cart_line_per_subscription is 'A cart changes a subscription once.';
alter table cart_line enable row level security;
alter table cart_line force row level security;
create policy cart_line_for_jobs on cart_line for all to puesto_job using (true);
create policy cart_line_for_migrations on cart_line for all to puesto_owner using (true);
create policy cart_line_of_set_account on cart_line for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on cart_line to puesto_app;
grant delete, insert, select, update on cart_line to puesto_job;

create table charge_line (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  subscription_id uuid not null,
  period_id uuid not null,
  plan_id uuid not null,
  price_id uuid not null,
  seats bigint not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
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
  replaced_at timestamp with time zone
);
comment on table charge_line is 'account: what was charged for seats of a subscription; the live one is what a change credits from';
comment on column charge_line.full_price_minor is 'Price of these seats for the whole billing period, discount taken off, in minor units of currency.';
comment on column charge_line.discount_amount_minor is 'The discount''s amount per full billing period, in minor units of currency; 0 where it is a percentage or there is none.';
comment on column charge_line.charged_net_minor is 'Net amount charged, in minor units of currency; 0 in a trial.';
comment on column charge_line.charged_tax_minor is 'This line''s part of its document''s tax, in minor units of currency.';
comment on column charge_line.credited_net_minor is 'Net amount credited so far, by proration or by hand, in minor units of currency.';
comment on column charge_line.credited_tax_minor is 'Tax credited so far, in minor units of currency.';
comment on column charge_line.document_id is 'The invoice that it stands on; null for a charge of nothing.';
alter table charge_line add constraint charge_line_key PRIMARY KEY (account_id, id);
alter table charge_line add constraint charge_line_belongs_to_period FOREIGN KEY (account_id, subscription_id, period_id) REFERENCES subscription_period(account_id, subscription_id, id);
alter table charge_line add constraint charge_line_belongs_to_subscription FOREIGN KEY (account_id, subscription_id) REFERENCES subscription(account_id, id);
alter table charge_line add constraint charge_line_is_of_a_plan FOREIGN KEY (plan_id) REFERENCES plan(id);
alter table charge_line add constraint charge_line_is_of_a_price FOREIGN KEY (price_id) REFERENCES price(id);
alter table charge_line add constraint charge_line_stands_on_invoice_line FOREIGN KEY (account_id, document_id, document_line_id) REFERENCES document_line(account_id, document_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table charge_line add constraint charge_amounts_are_exact CHECK (((LEAST(full_price_minor, discount_amount_minor, charged_net_minor, charged_tax_minor) >= 0) AND (GREATEST(full_price_minor, discount_amount_minor, charged_net_minor, charged_tax_minor, credited_net_minor, credited_tax_minor) <= '9007199254740991'::bigint)));
alter table charge_line add constraint charge_names_document_and_line CHECK (((document_id IS NULL) = (document_line_id IS NULL)));
alter table charge_line add constraint charge_starts_before_it_ends CHECK ((start_at <= end_at));
alter table charge_line add constraint charge_tax_treatment_is_known CHECK ((tax_treatment = ANY (ARRAY['STANDARD'::text, 'REVERSE_CHARGE'::text, 'OUTSIDE_SCOPE'::text, 'EXEMPT'::text])));
alter table charge_line add constraint charged_seats_within_limits CHECK (((seats >= 1) AND (seats <= 1000000)));
alter table charge_line add constraint credit_never_exceeds_charge CHECK (((credited_net_minor >= 0) AND (credited_net_minor <= charged_net_minor)));
alter table charge_line add constraint credited_tax_never_exceeds_charge CHECK (((credited_tax_minor >= 0) AND (credited_tax_minor <= charged_tax_minor)));
CREATE INDEX charge_line_by_document_line ON public.charge_line USING btree (account_id, document_id, document_line_id);
CREATE INDEX charge_line_by_period ON public.charge_line USING btree (account_id, subscription_id, period_id);
CREATE INDEX charge_line_by_subscription ON public.charge_line USING btree (account_id, subscription_id, start_at);
CREATE UNIQUE INDEX one_live_charge_line_per_subscription ON public.charge_line USING btree (account_id, subscription_id) WHERE (replaced_at IS NULL);
comment on index charge_line_by_document_line is 'The charge that an invoice line printed; the foreign key.';
comment on index charge_line_by_period is 'The foreign key.';
comment on index charge_line_by_subscription is 'The history of a subscription''s charges; the foreign key.';
comment on index one_live_charge_line_per_subscription is 'The line that a change credits from; there is never a second.';
alter table charge_line enable row level security;
alter table charge_line force row level security;
create policy charge_line_for_jobs on charge_line for all to puesto_job using (true);
create policy charge_line_for_migrations on charge_line for all to puesto_owner using (true);
create policy charge_line_of_set_account on charge_line for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on charge_line to puesto_app;
grant insert, select, update on charge_line to puesto_job;

create table console_session (
  primary_id text not null,
  session_id text not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval integer not null,
  expiry_time bigint not null,
  principal_name text
);
comment on table console_session is 'installation: a browser''s session with the console';
comment on column console_session.session_id is 'What the browser''s cookie holds.';
comment on column console_session.creation_time is 'Milliseconds since 1970, like the other times here.';
comment on column console_session.max_inactive_interval is 'Seconds.';
comment on column console_session.principal_name is 'The person''s id; null before the sign-in.';
alter table console_session add constraint console_session_key PRIMARY KEY (primary_id);
alter table console_session add constraint console_session_id_is_unique UNIQUE (session_id);
CREATE INDEX console_session_by_expiry ON public.console_session USING btree (expiry_time);
CREATE INDEX console_session_by_person ON public.console_session USING btree (principal_name);
comment on index console_session_by_expiry is 'Purging what has expired; Spring Session''s own statement.';
comment on index console_session_by_person is 'The sessions of one person; Spring Session''s own statement.';
grant delete, insert, select, update on console_session to puesto_app;
grant delete, select on console_session to puesto_job;

create table console_session_attributes (
  session_primary_id text not null,
  attribute_name text not null,
  attribute_bytes bytea not null
);
comment on table console_session_attributes is 'installation: what a browser''s session holds, as JSON';
alter table console_session_attributes add constraint console_session_attributes_key PRIMARY KEY (session_primary_id, attribute_name);
alter table console_session_attributes add constraint attributes_belong_to_session FOREIGN KEY (session_primary_id) REFERENCES console_session(primary_id) ON DELETE CASCADE;
grant delete, insert, select, update on console_session_attributes to puesto_app;
grant delete, select on console_session_attributes to puesto_job;

create table contact (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  name text not null,
  email text not null,
  locale text not null,
  roles text[] not null,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  version bigint not null
);
comment on table contact is 'account: a person who signs in to the console for this account, with roles';
comment on column contact.person_id is 'Id of the lookup "person".';
alter table contact add constraint contact_key PRIMARY KEY (account_id, id);
alter table contact add constraint contact_belongs_to_account FOREIGN KEY (account_id) REFERENCES account(account_id);
alter table contact add constraint contact_locale_is_known CHECK ((locale = ANY (ARRAY['es'::text, 'en'::text])));
alter table contact add constraint contact_roles_are_known CHECK (((cardinality(roles) > 0) AND (roles <@ ARRAY['BILLING_CONTACT'::text, 'SEAT_ADMIN'::text, 'READER'::text])));
CREATE INDEX contact_by_person ON public.contact USING btree (person_id, account_id) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX one_contact_per_person_and_account ON public.contact USING btree (account_id, person_id) WHERE (removed_at IS NULL);
comment on index contact_by_person is 'The accounts of a signed-in person: the job role''s list.';
comment on index one_contact_per_person_and_account is 'A person is one contact of an account; the look-up of a signed-in person''s roles.';
alter table contact enable row level security;
alter table contact force row level security;
create policy contact_for_jobs on contact for all to puesto_job using (true);
create policy contact_for_migrations on contact for all to puesto_owner using (true);
create policy contact_of_set_account on contact for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on contact to puesto_app;
grant insert, select, update on contact to puesto_job;

create table discount (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  subscription_id uuid not null,
  basis_points integer not null,
  amount_minor bigint not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone,
  reason text not null
);
comment on table discount is 'account: a percentage, or an amount per full period, off one subscription''s price from one instant to another';
comment on column discount.amount_minor is 'Amount per full billing period of the subscription, not per seat, in minor units of its currency.';
alter table discount add constraint discount_key PRIMARY KEY (account_id, id);
alter table discount add constraint discount_belongs_to_subscription FOREIGN KEY (account_id, subscription_id) REFERENCES subscription(account_id, id);
alter table discount add constraint discounts_of_a_subscription_never_overlap EXCLUDE USING gist (account_id WITH =, subscription_id WITH =, tstzrange(start_at, end_at) WITH &&);
alter table discount add constraint discount_is_a_percentage_or_an_amount CHECK (((((basis_points >= 1) AND (basis_points <= 10000)) AND (amount_minor = 0)) OR ((basis_points = 0) AND ((amount_minor >= 1) AND (amount_minor <= '1000000000000'::bigint)))));
alter table discount add constraint discount_starts_before_it_ends CHECK (((end_at IS NULL) OR (start_at < end_at)));
CREATE INDEX discount_by_subscription ON public.discount USING btree (account_id, subscription_id);
comment on index discount_by_subscription is 'A subscription''s discounts; the foreign key.';
alter table discount enable row level security;
alter table discount force row level security;
create policy discount_for_jobs on discount for all to puesto_job using (true);
create policy discount_for_migrations on discount for all to puesto_owner using (true);
create policy discount_of_set_account on discount for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on discount to puesto_app;
grant insert, select, update on discount to puesto_job;

create table document (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  kind text not null,
  series text not null,
  year integer not null,
  sequence bigint not null,
  number text not null,
  issue_date date not null,
  issued_at timestamp with time zone not null,
  due_date date,
  order_id uuid,
  currency text not null,
  tax_inclusive boolean not null,
  net_minor bigint not null,
  tax_minor bigint not null,
  total_minor bigint not null,
  purchase_order_number text,
  seller jsonb not null,
  buyer jsonb not null,
  previous_hash bytea not null,
  hash bytea not null
);
comment on table document is 'account: an invoice or credit note; amounts are positive on both, the kind carries the sign';
comment on column document.net_minor is 'In minor units of currency.';
comment on column document.tax_minor is 'In minor units of currency.';
comment on column document.total_minor is 'In minor units of currency.';
comment on column document.seller is 'Seller''s data frozen at issue: {"version": 1, ...}.';
comment on column document.buyer is 'Buyer''s data frozen at issue: {"version": 1, ...}.';
alter table document add constraint document_key PRIMARY KEY (account_id, id);
alter table document add constraint document_number_is_unique_in_account UNIQUE (account_id, kind, series, year, sequence);
alter table document add constraint document_belongs_to_account FOREIGN KEY (account_id) REFERENCES account(account_id);
alter table document add constraint document_is_of_an_order FOREIGN KEY (account_id, order_id) REFERENCES account_order(account_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table document add constraint document_amounts_are_not_negative CHECK (((net_minor >= 0) AND (tax_minor >= 0)));
alter table document add constraint document_kind_is_known CHECK ((kind = ANY (ARRAY['INVOICE'::text, 'CREDIT_NOTE'::text])));
alter table document add constraint document_sequence_is_positive CHECK ((sequence > 0));
alter table document add constraint document_total_is_net_with_tax CHECK (((total_minor = (net_minor + tax_minor)) AND (total_minor <= '9007199254740991'::bigint)));
alter table document add constraint only_an_invoice_has_a_due_date CHECK (((kind = 'INVOICE'::text) = (due_date IS NOT NULL)));
CREATE INDEX document_by_issue ON public.document USING btree (account_id, issued_at, id);
CREATE INDEX document_by_number ON public.document USING btree (account_id, number COLLATE "C");
CREATE UNIQUE INDEX one_document_of_a_kind_per_order ON public.document USING btree (account_id, order_id, kind) WHERE (order_id IS NOT NULL);
comment on index document_by_issue is 'The list of documents, newest first, page by page.';
comment on index document_by_number is 'The search by the beginning of a number.';
comment on index one_document_of_a_kind_per_order is 'An order has at most one invoice and one credit note; the foreign key.';
alter table document enable row level security;
alter table document force row level security;
create policy document_for_jobs on document for all to puesto_job using (true);
create policy document_for_migrations on document for all to puesto_owner using (true);
create policy document_of_set_account on document for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select on document to puesto_app;
grant insert, select on document to puesto_job;

create table document_line (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  document_id uuid not null,
  "position" integer not null,
  subscription_id uuid,
  description text not null,
  seats bigint not null,
  period_start_at timestamp with time zone not null,
  period_end_at timestamp with time zone not null,
  net_minor bigint not null,
  tax_country text not null,
  tax_treatment text not null,
  tax_rate_basis_points integer not null,
  corrects_document_id uuid,
  corrects_line_id uuid,
  explanation jsonb not null
);
comment on table document_line is 'account: a line of a document; on a credit note it names the invoice line that it corrects';
comment on column document_line.net_minor is 'In minor units of the document''s currency; on a document of tax-inclusive prices the tax is taken out.';
comment on column document_line.explanation is 'How the amount came about: {"version": 1, ...}.';
alter table document_line add constraint document_line_key PRIMARY KEY (account_id, id);
alter table document_line add constraint document_line_is_of_one_document UNIQUE (account_id, document_id, id);
alter table document_line add constraint document_line_position_is_unique UNIQUE (account_id, document_id, "position");
alter table document_line add constraint document_line_belongs_to_document FOREIGN KEY (account_id, document_id) REFERENCES document(account_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table document_line add constraint document_line_corrects_a_line FOREIGN KEY (account_id, corrects_document_id, corrects_line_id) REFERENCES document_line(account_id, document_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table document_line add constraint correction_names_document_and_line CHECK (((corrects_document_id IS NULL) = (corrects_line_id IS NULL)));
alter table document_line add constraint document_line_amount_is_not_negative CHECK (((net_minor >= 0) AND (net_minor <= '9007199254740991'::bigint)));
alter table document_line add constraint document_tax_treatment_is_known CHECK ((tax_treatment = ANY (ARRAY['STANDARD'::text, 'REVERSE_CHARGE'::text, 'OUTSIDE_SCOPE'::text, 'EXEMPT'::text])));
CREATE INDEX document_line_by_corrected_line ON public.document_line USING btree (account_id, corrects_document_id, corrects_line_id) WHERE (corrects_line_id IS NOT NULL);
comment on index document_line_by_corrected_line is 'The credits of an invoice line; the foreign key.';
alter table document_line enable row level security;
alter table document_line force row level security;
create policy document_line_for_jobs on document_line for all to puesto_job using (true);
create policy document_line_for_migrations on document_line for all to puesto_owner using (true);
create policy document_line_of_set_account on document_line for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select on document_line to puesto_app;
grant insert, select on document_line to puesto_job;

create table document_series (
  series text not null,
  year integer not null,
  last_invoice_number bigint not null,
  last_credit_note_number bigint not null,
  last_issue_date date not null,
  last_hash bytea not null
);
comment on table document_series is 'installation: the last numbers, date and hash of a series set; the one row that a checkout takes outside its account, last';
alter table document_series add constraint document_series_key PRIMARY KEY (series);
alter table document_series add constraint document_numbers_are_not_negative CHECK (((last_invoice_number >= 0) AND (last_credit_note_number >= 0)));
alter table document_series add constraint document_series_name_is_short CHECK ((series ~ '^[A-Z0-9-]{1,20}$'::text));
grant insert, select, update on document_series to puesto_app;
grant insert, select, update on document_series to puesto_job;

create table document_tax (
  account_id uuid not null,
  document_id uuid not null,
  tax_country text not null,
  tax_treatment text not null,
  tax_rate_basis_points integer not null,
  net_minor bigint not null,
  tax_minor bigint not null,
  stated_currency text,
  stated_tax_minor bigint,
  stated_rate numeric(18,8),
  stated_rate_source text,
  stated_rate_on date
);
comment on table document_tax is 'account: the tax of a document per group of country, treatment and rate';
comment on column document_tax.net_minor is 'In minor units of the document''s currency.';
comment on column document_tax.tax_minor is 'In minor units of the document''s currency.';
comment on column document_tax.stated_tax_minor is 'The same tax in minor units of stated_currency, the taxing country''s, where it is another.';
alter table document_tax add constraint document_tax_key PRIMARY KEY (account_id, document_id, tax_country, tax_treatment, tax_rate_basis_points);
alter table document_tax add constraint document_tax_belongs_to_document FOREIGN KEY (account_id, document_id) REFERENCES document(account_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table document_tax add constraint document_tax_amounts_are_exact CHECK (((LEAST(net_minor, tax_minor, stated_tax_minor) >= 0) AND (GREATEST(net_minor, tax_minor, stated_tax_minor) <= '9007199254740991'::bigint)));
alter table document_tax add constraint stated_tax_is_whole CHECK ((num_nulls(stated_currency, stated_tax_minor, stated_rate, stated_rate_source, stated_rate_on) = ANY (ARRAY[0, 5])));
alter table document_tax enable row level security;
alter table document_tax force row level security;
create policy document_tax_for_jobs on document_tax for all to puesto_job using (true);
create policy document_tax_for_migrations on document_tax for all to puesto_owner using (true);
create policy document_tax_of_set_account on document_tax for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select on document_tax to puesto_app;
grant insert, select on document_tax to puesto_job;

create table exchange_rate (
  currency text not null,
  valid_on date not null,
  units_per_euro numeric(18,8) not null,
  source text not null
);
comment on table exchange_rate is 'reference: units of a currency for one euro on a day, with its source; for tax stated in the taxing country''s currency';
alter table exchange_rate add constraint exchange_rate_key PRIMARY KEY (currency, valid_on);
alter table exchange_rate add constraint exchange_rate_currency_is_a_code CHECK ((currency ~ '^[A-Z]{3}$'::text));
alter table exchange_rate add constraint exchange_rate_is_positive CHECK ((units_per_euro > (0)::numeric));
grant select on exchange_rate to puesto_app;
grant insert, select on exchange_rate to puesto_job;

create table idempotency_key (
  account_id uuid not null,
  owner text not null,
  key uuid not null,
  operation text not null,
  input_hash bytea not null,
  order_id uuid,
  answer jsonb not null,
  bound_at timestamp with time zone not null,
  expires_at timestamp with time zone
);
comment on table idempotency_key is 'account: an answer that had an effect, under the key that the client made';
comment on column idempotency_key.owner is 'Whose key it is: "person:<id>" or "api-client:<id>".';
alter table idempotency_key add constraint idempotency_key_key PRIMARY KEY (account_id, owner, key);
alter table idempotency_key add constraint idempotency_key_belongs_to_account FOREIGN KEY (account_id) REFERENCES account(account_id);
alter table idempotency_key add constraint idempotency_key_led_to_order FOREIGN KEY (account_id, order_id) REFERENCES account_order(account_id, id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX idempotency_key_by_expiry ON public.idempotency_key USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE INDEX idempotency_key_by_order ON public.idempotency_key USING btree (account_id, order_id) WHERE (order_id IS NOT NULL);
comment on index idempotency_key_by_expiry is 'What the purge removes; where money moved nothing expires.';
comment on index idempotency_key_by_order is 'The foreign key.';
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy idempotency_key_for_jobs on idempotency_key for all to puesto_job using (true);
create policy idempotency_key_for_migrations on idempotency_key for all to puesto_owner using (true);
create policy idempotency_key_of_set_account on idempotency_key for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on idempotency_key to puesto_app;
grant delete, insert, select, update on idempotency_key to puesto_job;

create table installation_secret (
  name text not null,
  id text not null,
  secret bytea not null,
  public_part jsonb,
  created_at timestamp with time zone not null,
  signs_from timestamp with time zone not null,
  retired_at timestamp with time zone
);
comment on table installation_secret is 'installation: keys that sign seat quotes and tokens, encrypted by the installation''s own key; two of a name are valid at a time';
comment on column installation_secret.secret is 'Encrypted; its key is in PUESTO_HOME or the environment.';
comment on column installation_secret.public_part is 'Public JWK of a key pair.';
alter table installation_secret add constraint installation_secret_key PRIMARY KEY (name, id);
alter table installation_secret add constraint installation_secret_name_is_known CHECK ((name = ANY (ARRAY['seat-quote'::text, 'token-signing'::text, 'cursor'::text, 'console-client'::text, 'pending-sign-in'::text])));
grant select on installation_secret to puesto_app;
grant delete, insert, select, update on installation_secret to puesto_job;

create table last_sign_in (
  account_id uuid not null,
  user_id uuid not null,
  product_id uuid not null,
  signed_in_at timestamp with time zone not null,
  signed_in_on date not null generated always as (((signed_in_at AT TIME ZONE 'UTC'::text))::date) stored
);
comment on table last_sign_in is 'account: when a user last signed in to a product; gathered and flushed every few seconds without the account''s lock';
comment on column last_sign_in.signed_in_on is 'The day of the last sign-in in UTC; lists of seats stand by it.';
alter table last_sign_in add constraint last_sign_in_key PRIMARY KEY (account_id, user_id, product_id);
alter table last_sign_in add constraint last_sign_in_belongs_to_user FOREIGN KEY (account_id, user_id) REFERENCES account_user(account_id, id);
alter table last_sign_in add constraint last_sign_in_is_to_a_product FOREIGN KEY (product_id) REFERENCES product(id);
CREATE INDEX last_sign_in_by_day ON public.last_sign_in USING btree (account_id, product_id, signed_in_on, user_id);
comment on index last_sign_in_by_day is 'The seats of a product by the day of the last sign-in, page by page; the foreign key of the product.';
alter table last_sign_in enable row level security;
alter table last_sign_in force row level security;
create policy last_sign_in_for_jobs on last_sign_in for all to puesto_job using (true);
create policy last_sign_in_for_migrations on last_sign_in for all to puesto_owner using (true);
create policy last_sign_in_of_set_account on last_sign_in for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on last_sign_in to puesto_app;
grant insert, select, update on last_sign_in to puesto_job;

create table ledger_entry (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  entered_at timestamp with time zone not null,
  kind text not null,
  debit_account text not null,
  credit_account text not null,
  amount_minor bigint not null,
  currency text not null,
  order_id uuid,
  document_id uuid,
  payment_id uuid
);
comment on table ledger_entry is 'account: one movement of an amount from the credit account to the debit account, with its cause';
comment on column ledger_entry.debit_account is 'RECEIVABLE, BALANCE_CREDIT, BALANCE_GOODWILL, HELD_CREDIT, HELD_GOODWILL, REVENUE, GATEWAY_CLEARING, GOODWILL_EXPENSE or TAX_<country>.';
comment on column ledger_entry.amount_minor is 'In minor units of currency, always positive.';
alter table ledger_entry add constraint ledger_entry_key PRIMARY KEY (account_id, id);
alter table ledger_entry add constraint ledger_entry_changes_a_kept_balance FOREIGN KEY (account_id) REFERENCES account_balance(account_id);
alter table ledger_entry add constraint ledger_entry_is_caused_by_document FOREIGN KEY (account_id, document_id) REFERENCES document(account_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table ledger_entry add constraint ledger_entry_is_caused_by_order FOREIGN KEY (account_id, order_id) REFERENCES account_order(account_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table ledger_entry add constraint ledger_entry_is_caused_by_payment FOREIGN KEY (account_id, payment_id) REFERENCES payment(account_id, id);
alter table ledger_entry add constraint credit_account_is_known CHECK ((credit_account ~ '^(RECEIVABLE|BALANCE_CREDIT|BALANCE_GOODWILL|HELD_CREDIT|HELD_GOODWILL|REVENUE|GATEWAY_CLEARING|GOODWILL_EXPENSE|TAX_[A-Z]{2})$'::text));
alter table ledger_entry add constraint debit_account_is_known CHECK ((debit_account ~ '^(RECEIVABLE|BALANCE_CREDIT|BALANCE_GOODWILL|HELD_CREDIT|HELD_GOODWILL|REVENUE|GATEWAY_CLEARING|GOODWILL_EXPENSE|TAX_[A-Z]{2})$'::text));
alter table ledger_entry add constraint ledger_entry_amount_is_positive CHECK (((amount_minor >= 1) AND (amount_minor <= '9007199254740991'::bigint)));
alter table ledger_entry add constraint ledger_entry_has_a_cause CHECK (((num_nonnulls(order_id, document_id, payment_id) >= 1) OR (kind = 'GOODWILL'::text)));
alter table ledger_entry add constraint ledger_entry_has_two_sides CHECK ((debit_account <> credit_account));
alter table ledger_entry add constraint ledger_entry_kind_is_known CHECK ((kind = ANY (ARRAY['CHARGE'::text, 'CHARGE_TAX'::text, 'CREDIT'::text, 'CREDIT_TAX'::text, 'CREDIT_TO_BALANCE'::text, 'BALANCE_PAYS'::text, 'HOLD'::text, 'HOLD_RETURNS'::text, 'PAYMENT'::text, 'PAYMENT_TO_BALANCE'::text, 'GOODWILL'::text, 'REFUND'::text])));
CREATE INDEX ledger_entry_by_document ON public.ledger_entry USING btree (account_id, document_id) WHERE (document_id IS NOT NULL);
CREATE INDEX ledger_entry_by_instant ON public.ledger_entry USING btree (account_id, entered_at, id);
CREATE INDEX ledger_entry_by_order ON public.ledger_entry USING btree (account_id, order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX ledger_entry_by_payment ON public.ledger_entry USING btree (account_id, payment_id) WHERE (payment_id IS NOT NULL);
comment on index ledger_entry_by_document is 'The foreign key.';
comment on index ledger_entry_by_instant is 'The account''s entries, page by page, and balances as of an instant.';
comment on index ledger_entry_by_order is 'The foreign key.';
comment on index ledger_entry_by_payment is 'The foreign key.';
alter table ledger_entry enable row level security;
alter table ledger_entry force row level security;
create policy ledger_entry_for_jobs on ledger_entry for all to puesto_job using (true);
create policy ledger_entry_for_migrations on ledger_entry for all to puesto_owner using (true);
create policy ledger_entry_of_set_account on ledger_entry for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select on ledger_entry to puesto_app;
grant insert, select on ledger_entry to puesto_job;

create table mail (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  event_id uuid not null,
  kind text not null,
  order_id uuid,
  recipient text not null,
  locale text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  message_id text not null,
  state text not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  attempts integer not null,
  next_attempt_at timestamp with time zone,
  request_id uuid
);
comment on table mail is 'account: a mail as written; kept and readable where no SMTP server is configured';
comment on column mail.state is 'KEPT: no SMTP server is configured. QUEUED: will be sent. SENT. FAILED: given up after the last attempt.';
alter table mail add constraint mail_key PRIMARY KEY (account_id, id);
alter table mail add constraint mail_tells_an_event_once UNIQUE (account_id, event_id, recipient);
alter table mail add constraint mail_belongs_to_account FOREIGN KEY (account_id) REFERENCES account(account_id);
alter table mail add constraint mail_is_about_order FOREIGN KEY (account_id, order_id) REFERENCES account_order(account_id, id);
alter table mail add constraint mail_is_about_request FOREIGN KEY (account_id, request_id) REFERENCES request(account_id, id);
alter table mail add constraint mail_locale_is_known CHECK ((locale = ANY (ARRAY['es'::text, 'en'::text])));
alter table mail add constraint mail_state_is_known CHECK ((state = ANY (ARRAY['KEPT'::text, 'QUEUED'::text, 'SENT'::text, 'FAILED'::text])));
alter table mail add constraint queued_mail_has_a_next_attempt CHECK (((state = 'QUEUED'::text) = (next_attempt_at IS NOT NULL)));
alter table mail add constraint sent_mail_has_its_instant CHECK (((state = 'SENT'::text) = (sent_at IS NOT NULL)));
CREATE INDEX mail_by_creation ON public.mail USING btree (account_id, created_at, id);
CREATE INDEX mail_by_order ON public.mail USING btree (account_id, order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX mail_by_request ON public.mail USING btree (account_id, request_id) WHERE (request_id IS NOT NULL);
CREATE INDEX queued_mail_by_next_attempt ON public.mail USING btree (next_attempt_at) WHERE (next_attempt_at IS NOT NULL);
comment on index mail_by_creation is 'The list of mails, newest first.';
comment on index mail_by_order is 'The mails about an order; the foreign key.';
comment on index mail_by_request is 'The mails about a request; the foreign key.';
comment on index queued_mail_by_next_attempt is 'What the sender takes next.';
alter table mail enable row level security;
alter table mail force row level security;
create policy mail_for_jobs on mail for all to puesto_job using (true);
create policy mail_for_migrations on mail for all to puesto_owner using (true);
create policy mail_of_set_account on mail for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on mail to puesto_app;
grant insert, select, update on mail to puesto_job;

create table oauth2_authorization (
  id text not null,
  registered_client_id text not null,
  principal_name text not null,
  authorization_grant_type text not null,
  authorized_scopes text,
  attributes text,
  state text,
  authorization_code_value text,
  authorization_code_issued_at timestamp with time zone,
  authorization_code_expires_at timestamp with time zone,
  authorization_code_metadata text,
  access_token_value text,
  access_token_issued_at timestamp with time zone,
  access_token_expires_at timestamp with time zone,
  access_token_metadata text,
  access_token_type text,
  access_token_scopes text,
  oidc_id_token_value text,
  oidc_id_token_issued_at timestamp with time zone,
  oidc_id_token_expires_at timestamp with time zone,
  oidc_id_token_metadata text,
  refresh_token_value text,
  refresh_token_issued_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  refresh_token_metadata text,
  user_code_value text,
  user_code_issued_at timestamp with time zone,
  user_code_expires_at timestamp with time zone,
  user_code_metadata text,
  device_code_value text,
  device_code_issued_at timestamp with time zone,
  device_code_expires_at timestamp with time zone,
  device_code_metadata text
);
comment on table oauth2_authorization is 'installation: what the embedded issuer keeps of a person''s sign-in; nothing of client credentials';
alter table oauth2_authorization add constraint oauth2_authorization_key PRIMARY KEY (id);
CREATE INDEX oauth2_authorization_by_code ON public.oauth2_authorization USING hash (authorization_code_value);
CREATE INDEX oauth2_authorization_by_id_token ON public.oauth2_authorization USING hash (oidc_id_token_value);
CREATE INDEX oauth2_authorization_by_issue ON public.oauth2_authorization USING btree (authorization_code_issued_at);
comment on index oauth2_authorization_by_code is 'The exchange of a code for tokens.';
comment on index oauth2_authorization_by_id_token is 'The end of a session, which names its ID token.';
comment on index oauth2_authorization_by_issue is 'Purging what no session needs any more.';
grant delete, insert, select, update on oauth2_authorization to puesto_app;
grant delete, select on oauth2_authorization to puesto_job;

create table operator (
  person_id uuid not null,
  created_at timestamp with time zone not null
);
comment on table operator is 'lookup: a person of the vendor who runs the installation';
alter table operator add constraint operator_key PRIMARY KEY (person_id);
alter table operator add constraint operator_is_a_person FOREIGN KEY (person_id) REFERENCES person(id);
grant select on operator to puesto_app;
grant delete, insert, select on operator to puesto_job;

create table order_line (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  order_id uuid not null,
  "position" integer not null,
  kind text not null,
  subscription_id uuid not null,
  product_id uuid not null,
  plan_id uuid not null,
  previous_plan_id uuid,
  previous_seats bigint not null,
  seats bigint not null,
  effective text not null,
  period_start_at timestamp with time zone,
  period_end_at timestamp with time zone,
  charge_net_minor bigint not null,
  credit_net_minor bigint not null,
  released_user_ids uuid[] not null,
  explanations text[] not null default '{}'::text[]
);
comment on table order_line is 'account: one change of an order: from how many seats to how many, in which period';
comment on column order_line.subscription_id is 'The subscription that it changes or, once placed, created; while the order is pending a new one has its id already and no row.';
comment on column order_line.charge_net_minor is 'In minor units of the order''s currency.';
comment on column order_line.credit_net_minor is 'In minor units of the order''s currency.';
comment on column order_line.explanations is 'The sentences that explain its amounts, as the seat quote had them, in the order''s locale; credit before charge.';
alter table order_line add constraint order_line_key PRIMARY KEY (account_id, id);
alter table order_line add constraint order_line_position_is_unique UNIQUE (account_id, order_id, "position");
alter table order_line add constraint order_line_belongs_to_order FOREIGN KEY (account_id, order_id) REFERENCES account_order(account_id, id);
alter table order_line add constraint order_line_is_of_a_plan FOREIGN KEY (plan_id) REFERENCES plan(id);
alter table order_line add constraint order_line_amounts_are_exact CHECK (((LEAST(charge_net_minor, credit_net_minor) >= 0) AND (GREATEST(charge_net_minor, credit_net_minor) <= '9007199254740991'::bigint)));
alter table order_line add constraint order_line_effective_is_known CHECK ((effective = ANY (ARRAY['NOW'::text, 'AT_RENEWAL'::text])));
alter table order_line add constraint order_line_kind_is_known CHECK ((kind = ANY (ARRAY['NEW'::text, 'INCREASE'::text, 'DECREASE'::text, 'UNCHANGED'::text, 'PLAN_CHANGE'::text, 'CANCELLATION'::text])));
alter table order_line add constraint order_line_seats_within_limits CHECK ((((seats >= 0) AND (seats <= 1000000)) AND ((previous_seats >= 0) AND (previous_seats <= 1000000))));
CREATE INDEX order_line_by_subscription ON public.order_line USING btree (account_id, subscription_id);
comment on index order_line_by_subscription is 'The orders that changed a subscription.';
alter table order_line enable row level security;
alter table order_line force row level security;
create policy order_line_for_jobs on order_line for all to puesto_job using (true);
create policy order_line_for_migrations on order_line for all to puesto_owner using (true);
create policy order_line_of_set_account on order_line for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on order_line to puesto_app;
grant insert, select, update on order_line to puesto_job;

create table outbox (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  type text not null,
  version integer not null,
  payload jsonb not null,
  created_at timestamp with time zone not null,
  next_attempt_at timestamp with time zone,
  attempts integer not null,
  dispatched_at timestamp with time zone
);
comment on table outbox is 'account: an event to be told, written with what it tells of; its payload holds ids only';
comment on column outbox.next_attempt_at is 'When to send it; null: sent, or given up after the last attempt.';
alter table outbox add constraint outbox_key PRIMARY KEY (account_id, id);
alter table outbox add constraint outbox_belongs_to_account FOREIGN KEY (account_id) REFERENCES account(account_id);
alter table outbox add constraint dispatched_event_has_no_next_attempt CHECK (((dispatched_at IS NULL) OR (next_attempt_at IS NULL)));
alter table outbox add constraint outbox_type_is_short CHECK (((char_length(type) >= 1) AND (char_length(type) <= 100)));
CREATE INDEX waiting_outbox_by_next_attempt ON public.outbox USING btree (next_attempt_at) WHERE (next_attempt_at IS NOT NULL);
comment on index waiting_outbox_by_next_attempt is 'What the dispatcher sends next.';
alter table outbox enable row level security;
alter table outbox force row level security;
create policy outbox_for_jobs on outbox for all to puesto_job using (true);
create policy outbox_for_migrations on outbox for all to puesto_owner using (true);
create policy outbox_of_set_account on outbox for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on outbox to puesto_app;
grant delete, insert, select, update on outbox to puesto_job;

create table payment (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  order_id uuid,
  payment_method_id uuid not null,
  gateway text not null,
  amount_minor bigint not null,
  currency text not null,
  state text not null,
  decline_code text,
  redirect_url text,
  action_expires_at timestamp with time zone,
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  asked_at timestamp with time zone,
  ask_again_at timestamp with time zone,
  cancel_requested_at timestamp with time zone
);
comment on table payment is 'account: one attempt to collect; its id is the key that the gateway gets';
comment on column payment.amount_minor is 'In minor units of currency.';
alter table payment add constraint payment_key PRIMARY KEY (account_id, id);
alter table payment add constraint payment_collects_for_order FOREIGN KEY (account_id, order_id) REFERENCES account_order(account_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table payment add constraint payment_is_made_by_method FOREIGN KEY (account_id, payment_method_id) REFERENCES payment_method(account_id, id);
alter table payment add constraint declined_payment_has_a_code CHECK (((state = 'DECLINED'::text) = (decline_code IS NOT NULL)));
alter table payment add constraint payment_amount_is_positive CHECK (((amount_minor >= 1) AND (amount_minor <= '9007199254740991'::bigint)));
alter table payment add constraint payment_state_is_known CHECK ((state = ANY (ARRAY['REQUIRES_ACTION'::text, 'PENDING'::text, 'SUCCEEDED'::text, 'DECLINED'::text, 'CANCELED'::text])));
alter table payment add constraint required_action_has_an_address CHECK (((state <> 'REQUIRES_ACTION'::text) OR ((redirect_url IS NOT NULL) AND (action_expires_at IS NOT NULL))));
alter table payment add constraint settled_payment_has_its_instant CHECK (((state = ANY (ARRAY['SUCCEEDED'::text, 'DECLINED'::text, 'CANCELED'::text])) = (settled_at IS NOT NULL)));
alter table payment add constraint unsettled_payment_is_asked_again CHECK (((settled_at IS NULL) = (ask_again_at IS NOT NULL)));
CREATE UNIQUE INDEX one_live_payment_per_order ON public.payment USING btree (account_id, order_id) WHERE (state = ANY (ARRAY['REQUIRES_ACTION'::text, 'PENDING'::text, 'SUCCEEDED'::text]));
CREATE INDEX payment_by_method ON public.payment USING btree (account_id, payment_method_id);
CREATE INDEX payment_by_order ON public.payment USING btree (account_id, order_id);
CREATE INDEX unsettled_payment_by_next_question ON public.payment USING btree (ask_again_at) WHERE (ask_again_at IS NOT NULL);
comment on index one_live_payment_per_order is 'An order is never charged twice.';
comment on index payment_by_method is 'The foreign key.';
comment on index payment_by_order is 'An order''s attempts; the foreign key.';
comment on index unsettled_payment_by_next_question is 'What the recovery job asks the gateway about next.';
alter table payment enable row level security;
alter table payment force row level security;
create policy payment_for_jobs on payment for all to puesto_job using (true);
create policy payment_for_migrations on payment for all to puesto_owner using (true);
create policy payment_of_set_account on payment for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on payment to puesto_app;
grant insert, select, update on payment to puesto_job;

create table payment_method (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  gateway text not null,
  token text not null,
  brand text not null,
  last_digits text not null,
  expires_on date,
  preferred boolean not null,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone
);
comment on table payment_method is 'account: a token of the payment provider; no card number ever reaches us';
comment on column payment_method.token is 'The provider''s token; never logged, never shown.';
comment on column payment_method.preferred is 'Whether it is the account''s default.';
alter table payment_method add constraint payment_method_key PRIMARY KEY (account_id, id);
alter table payment_method add constraint payment_method_belongs_to_account FOREIGN KEY (account_id) REFERENCES account(account_id);
alter table payment_method add constraint last_digits_are_four CHECK ((last_digits ~ '^[0-9]{4}$'::text));
alter table payment_method add constraint removed_payment_method_is_not_preferred CHECK (((removed_at IS NULL) OR (NOT preferred)));
CREATE UNIQUE INDEX one_default_payment_method_per_account ON public.payment_method USING btree (account_id) WHERE preferred;
comment on index one_default_payment_method_per_account is 'The method that pays where none is named.';
alter table payment_method enable row level security;
alter table payment_method force row level security;
create policy payment_method_for_jobs on payment_method for all to puesto_job using (true);
create policy payment_method_for_migrations on payment_method for all to puesto_owner using (true);
create policy payment_method_of_set_account on payment_method for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on payment_method to puesto_app;
grant insert, select, update on payment_method to puesto_job;

create table person (
  id uuid not null default uuidv7(),
  email text not null,
  email_key text collate "C" not null generated always as (lower(email)) stored,
  name text not null,
  locale text not null,
  password_hash text,
  status text not null,
  created_at timestamp with time zone not null
);
comment on table person is 'lookup: a human being who signs in to the console';
alter table person add constraint person_key PRIMARY KEY (id);
alter table person add constraint person_email_is_unique UNIQUE (email_key);
alter table person add constraint person_email_is_short CHECK (((char_length(email) >= 3) AND (char_length(email) <= 254)));
alter table person add constraint person_locale_is_known CHECK ((locale = ANY (ARRAY['es'::text, 'en'::text])));
alter table person add constraint person_name_is_short CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
alter table person add constraint person_status_is_known CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'DEACTIVATED'::text])));
grant select on person to puesto_app;
grant insert, select, update on person to puesto_job;

create table plan (
  id uuid not null default uuidv7(),
  product_id uuid not null,
  code text not null,
  name_en text not null,
  name_es text not null,
  billing_interval text not null,
  anchor_policy text not null,
  grain text not null,
  decrease_policy text not null,
  trial_days integer not null,
  minimum_seats bigint not null,
  maximum_seats bigint not null,
  status text not null,
  created_at timestamp with time zone not null
);
comment on table plan is 'reference: a product''s offer: billing interval, proration policy, limits of seats';
comment on column plan.anchor_policy is 'MOVE: a change of seats starts a new full period and moves the billing date. KEEP: the period stays.';
comment on column plan.grain is 'SECOND: whole seconds. DAY: dates in the period''s zone. DAY_30: months of 30 days.';
comment on column plan.decrease_policy is 'CREDIT_NOW, AT_RENEWAL, or BUYER_CHOOSES on the cart line.';
comment on column plan.minimum_seats is 'Fewest seats of a subscription; 0 is always allowed and means cancellation.';
alter table plan add constraint plan_key PRIMARY KEY (id);
alter table plan add constraint plan_code_is_unique UNIQUE (code);
alter table plan add constraint plan_is_of_one_product UNIQUE (id, product_id);
alter table plan add constraint plan_belongs_to_product FOREIGN KEY (product_id) REFERENCES product(id);
alter table plan add constraint anchor_policy_is_known CHECK ((anchor_policy = ANY (ARRAY['MOVE'::text, 'KEEP'::text])));
alter table plan add constraint billing_interval_is_known CHECK ((billing_interval = ANY (ARRAY['MONTH'::text, 'YEAR'::text])));
alter table plan add constraint decrease_policy_is_known CHECK ((decrease_policy = ANY (ARRAY['CREDIT_NOW'::text, 'AT_RENEWAL'::text, 'BUYER_CHOOSES'::text])));
alter table plan add constraint grain_is_known CHECK ((grain = ANY (ARRAY['SECOND'::text, 'DAY'::text, 'DAY_30'::text])));
alter table plan add constraint plan_code_is_a_slug CHECK ((code ~ '^[a-z][a-z0-9-]{0,59}$'::text));
alter table plan add constraint plan_status_is_known CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'ARCHIVED'::text])));
alter table plan add constraint seat_limits_are_ordered CHECK (((minimum_seats >= 1) AND (minimum_seats <= maximum_seats) AND (maximum_seats <= 1000000)));
alter table plan add constraint trial_days_are_limited CHECK (((trial_days >= 0) AND (trial_days <= 365)));
CREATE INDEX plan_by_product ON public.plan USING btree (product_id);
comment on index plan_by_product is 'A product''s plans; the foreign key.';
grant select on plan to puesto_app;
grant insert, select, update on plan to puesto_job;

create table price (
  id uuid not null default uuidv7(),
  plan_id uuid not null,
  currency text not null,
  model text not null,
  fixed_fee_minor bigint not null,
  tax_inclusive boolean not null,
  new_from timestamp with time zone not null,
  existing_from timestamp with time zone,
  created_at timestamp with time zone not null
);
comment on table price is 'reference: a version of a plan''s price in one currency; never edited, a later version replaces it';
comment on column price.fixed_fee_minor is 'Fee per billing period beside the seats, in minor units of currency; not charged for 0 seats.';
comment on column price.tax_inclusive is 'Whether amounts contain tax; a document holds one kind of price.';
comment on column price.new_from is 'From when new subscriptions get this version.';
comment on column price.existing_from is 'From when existing customers get it; null: they keep theirs.';
alter table price add constraint price_key PRIMARY KEY (id);
alter table price add constraint price_version_is_unique UNIQUE (plan_id, currency, new_from);
alter table price add constraint price_belongs_to_plan FOREIGN KEY (plan_id) REFERENCES plan(id);
alter table price add constraint existing_customers_never_before_new CHECK (((existing_from IS NULL) OR (existing_from >= new_from)));
alter table price add constraint fixed_fee_is_within_limits CHECK (((fixed_fee_minor >= 0) AND (fixed_fee_minor <= '1000000000000'::bigint)));
alter table price add constraint price_currency_is_a_code CHECK ((currency ~ '^[A-Z]{3}$'::text));
alter table price add constraint price_model_is_known CHECK ((model = ANY (ARRAY['PER_SEAT'::text, 'VOLUME'::text, 'GRADUATED'::text])));
grant select on price to puesto_app;
grant insert, select on price to puesto_job;

create table price_tier (
  price_id uuid not null,
  first_seat bigint not null,
  unit_amount_minor bigint not null
);
comment on table price_tier is 'reference: the price of one seat from a number of seats on; a tier ends where the next begins; PER_SEAT has the one tier from seat 1';
comment on column price_tier.unit_amount_minor is 'Price of one seat for one billing period, in minor units of the price''s currency. The largest times the most seats is exact in 2^53.';
alter table price_tier add constraint price_tier_key PRIMARY KEY (price_id, first_seat);
alter table price_tier add constraint price_tier_belongs_to_price FOREIGN KEY (price_id) REFERENCES price(id);
alter table price_tier add constraint first_seat_is_positive CHECK ((first_seat >= 1));
alter table price_tier add constraint unit_amount_is_within_limits CHECK (((unit_amount_minor >= 0) AND (unit_amount_minor <= 1000000000)));
grant select on price_tier to puesto_app;
grant insert, select on price_tier to puesto_job;

create table product (
  id uuid not null default uuidv7(),
  code text not null,
  name text not null,
  description_en text not null,
  description_es text not null,
  seat_one_en text not null,
  seat_other_en text not null,
  seat_one_es text not null,
  seat_other_es text not null,
  status text not null,
  created_at timestamp with time zone not null
);
comment on table product is 'reference: what is licensed; names its seats in each language';
comment on column product.seat_one_en is 'Noun of one seat in English, for example "agent".';
comment on column product.seat_other_en is 'Noun of several seats in English, for example "agents".';
comment on column product.seat_one_es is 'Noun of one seat in Spanish, for example "agente".';
comment on column product.seat_other_es is 'Noun of several seats in Spanish, for example "agentes".';
comment on column product.status is 'ACTIVE: on offer. ARCHIVED: no new subscriptions; existing ones go on.';
alter table product add constraint product_key PRIMARY KEY (id);
alter table product add constraint product_code_is_unique UNIQUE (code);
alter table product add constraint product_code_is_a_slug CHECK ((code ~ '^[a-z][a-z0-9-]{0,39}$'::text));
alter table product add constraint product_name_is_short CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)));
alter table product add constraint product_status_is_known CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'ARCHIVED'::text])));
grant select on product to puesto_app;
grant insert, select, update on product to puesto_job;

create table reference_version (
  name text not null,
  version bigint not null
);
comment on table reference_version is 'reference: a counter per set of reference data (catalog, tax), raised by each change, so that what is kept in memory can be checked in the request''s own statement';
alter table reference_version add constraint reference_version_key PRIMARY KEY (name);
alter table reference_version add constraint reference_version_is_positive CHECK ((version > 0));
grant select on reference_version to puesto_app;
grant select, update on reference_version to puesto_job;

create table representative (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  name text not null,
  email text not null,
  phone text,
  created_at timestamp with time zone not null
);
comment on table representative is 'lookup: a person of the vendor who handles corporate accounts';
alter table representative add constraint representative_key PRIMARY KEY (id);
alter table representative add constraint representative_is_one_person UNIQUE (person_id);
alter table representative add constraint representative_is_a_person FOREIGN KEY (person_id) REFERENCES person(id);
grant select on representative to puesto_app;
grant insert, select, update on representative to puesto_job;

create table request (
  account_id uuid not null,
  id uuid not null default uuidv7(),
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
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_by text,
  version bigint not null
);
comment on table request is 'account: a corporate account''s wish to change, on its way to the representative';
comment on column request.requested_by is 'Who asked: "person:<id>" or "api-client:<id>".';
alter table request add constraint request_key PRIMARY KEY (account_id, id);
alter table request add constraint request_number_is_unique_in_account UNIQUE (account_id, number);
alter table request add constraint request_belongs_to_account FOREIGN KEY (account_id) REFERENCES account(account_id);
alter table request add constraint request_comes_from_cart FOREIGN KEY (account_id, cart_id) REFERENCES cart(account_id, id);
alter table request add constraint closed_request_has_instant_and_reason CHECK ((((state = 'CLOSED'::text) = (closed_at IS NOT NULL)) AND ((state = 'CLOSED'::text) = (close_reason IS NOT NULL)) AND ((state = 'CLOSED'::text) = (closed_by IS NOT NULL))));
alter table request add constraint request_close_reason_is_known CHECK ((close_reason = 'WITHDRAWN'::text));
alter table request add constraint request_locale_is_known CHECK ((locale = ANY (ARRAY['es'::text, 'en'::text])));
alter table request add constraint request_note_is_short CHECK (((char_length(note) >= 1) AND (char_length(note) <= 2000)));
alter table request add constraint request_state_is_known CHECK ((state = ANY (ARRAY['OPEN'::text, 'QUOTED'::text, 'CLOSED'::text])));
CREATE INDEX request_by_age ON public.request USING btree (id);
CREATE INDEX request_by_cart ON public.request USING btree (account_id, cart_id);
CREATE INDEX request_by_state ON public.request USING btree (account_id, state, id);
comment on index request_by_age is 'The vendor''s list over accounts, newest first.';
comment on index request_by_cart is 'The foreign key.';
comment on index request_by_state is 'The requests of one state, newest first.';
alter table request enable row level security;
alter table request force row level security;
create policy request_for_jobs on request for all to puesto_job using (true);
create policy request_for_migrations on request for all to puesto_owner using (true);
create policy request_of_set_account on request for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on request to puesto_app;
grant insert, select, update on request to puesto_job;

create table request_line (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  request_id uuid not null,
  "position" integer not null,
  subscription_id uuid,
  product_id uuid not null,
  plan_id uuid not null,
  previous_seats bigint not null,
  seats bigint not null,
  effective text,
  align_to_subscription_id uuid,
  release_rule text,
  release_user_ids uuid[] not null
);
comment on table request_line is 'account: one change that is asked for; it stays as it was asked, whatever becomes of the cart';
alter table request_line add constraint request_line_key PRIMARY KEY (account_id, id);
alter table request_line add constraint request_line_position_is_unique UNIQUE (account_id, request_id, "position");
alter table request_line add constraint request_line_belongs_to_request FOREIGN KEY (account_id, request_id) REFERENCES request(account_id, id);
alter table request_line add constraint request_line_changes_a_subscription FOREIGN KEY (account_id, subscription_id) REFERENCES subscription(account_id, id);
alter table request_line add constraint request_line_is_of_a_plan FOREIGN KEY (plan_id, product_id) REFERENCES plan(id, product_id);
alter table request_line add constraint request_line_joins_a_subscription FOREIGN KEY (account_id, align_to_subscription_id) REFERENCES subscription(account_id, id);
alter table request_line add constraint request_line_effective_is_known CHECK ((effective = ANY (ARRAY['NOW'::text, 'AT_RENEWAL'::text])));
alter table request_line add constraint request_line_release_rule_is_known CHECK ((release_rule = ANY (ARRAY['LONGEST_WITHOUT_SIGN_IN'::text, 'LAST_ASSIGNED'::text])));
alter table request_line add constraint request_line_seats_within_limits CHECK ((((seats >= 0) AND (seats <= 1000000)) AND ((previous_seats >= 0) AND (previous_seats <= 1000000))));
CREATE INDEX request_line_by_aligned_subscription ON public.request_line USING btree (account_id, align_to_subscription_id) WHERE (align_to_subscription_id IS NOT NULL);
CREATE INDEX request_line_by_subscription ON public.request_line USING btree (account_id, subscription_id) WHERE (subscription_id IS NOT NULL);
comment on index request_line_by_aligned_subscription is 'The foreign key.';
comment on index request_line_by_subscription is 'What was asked for a subscription; the foreign key.';
alter table request_line enable row level security;
alter table request_line force row level security;
create policy request_line_for_jobs on request_line for all to puesto_job using (true);
create policy request_line_for_migrations on request_line for all to puesto_owner using (true);
create policy request_line_of_set_account on request_line for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select on request_line to puesto_app;
grant insert, select on request_line to puesto_job;

create table sandbox_charge (
  payment_id uuid not null,
  account_id uuid not null,
  token text not null,
  amount_minor bigint not null,
  currency text not null,
  state text not null,
  decline_code text,
  action_key text not null,
  action_expires_at timestamp with time zone,
  settles_at timestamp with time zone,
  settles_as text,
  silent_until timestamp with time zone,
  created_at timestamp with time zone not null,
  refunded_at timestamp with time zone
);
comment on table sandbox_charge is 'installation: what the sandbox gateway knows of a payment; its key is our payment id';
comment on column sandbox_charge.account_id is 'What we gave with the charge, and get back with a notice.';
comment on column sandbox_charge.amount_minor is 'In minor units of currency.';
comment on column sandbox_charge.action_key is 'Opens the page on which the customer confirms; part of its address.';
comment on column sandbox_charge.settles_at is 'When a pending charge settles by itself, as settles_as.';
comment on column sandbox_charge.silent_until is 'Until when the gateway answers nothing about it.';
alter table sandbox_charge add constraint sandbox_charge_key PRIMARY KEY (payment_id);
alter table sandbox_charge add constraint only_a_charged_payment_is_refunded CHECK (((refunded_at IS NULL) OR (state = 'SUCCEEDED'::text)));
alter table sandbox_charge add constraint sandbox_action_has_an_end CHECK (((state = 'REQUIRES_ACTION'::text) <= (action_expires_at IS NOT NULL)));
alter table sandbox_charge add constraint sandbox_charge_is_exact CHECK (((amount_minor >= 0) AND (amount_minor <= '9007199254740991'::bigint)));
alter table sandbox_charge add constraint sandbox_charge_settles_to_an_end CHECK ((((settles_at IS NULL) = (settles_as IS NULL)) AND (settles_as = ANY (ARRAY['SUCCEEDED'::text, 'DECLINED'::text]))));
alter table sandbox_charge add constraint sandbox_charge_state_is_known CHECK ((state = ANY (ARRAY['REQUIRES_ACTION'::text, 'PENDING'::text, 'SUCCEEDED'::text, 'DECLINED'::text, 'CANCELED'::text])));
alter table sandbox_charge add constraint sandbox_decline_has_a_code CHECK (((state = 'DECLINED'::text) = (decline_code IS NOT NULL)));
grant insert, select, update on sandbox_charge to puesto_job;

create table sandbox_gateway_log (
  id bigint not null generated always as identity,
  at timestamp with time zone not null,
  payment_id uuid not null,
  request text not null,
  amount_minor bigint not null,
  currency text not null,
  state text not null,
  effect boolean not null
);
comment on table sandbox_gateway_log is 'installation: every request that the sandbox gateway got: what tests compare our payments with';
comment on column sandbox_gateway_log.amount_minor is 'The charge''s amount, in minor units of currency.';
comment on column sandbox_gateway_log.state is 'The state of the charge after the request.';
comment on column sandbox_gateway_log.effect is 'Whether the request moved money or changed the charge; a repeated one has none.';
alter table sandbox_gateway_log add constraint sandbox_gateway_log_key PRIMARY KEY (id);
alter table sandbox_gateway_log add constraint sandbox_request_is_exact CHECK (((amount_minor >= 0) AND (amount_minor <= '9007199254740991'::bigint)));
alter table sandbox_gateway_log add constraint sandbox_request_is_known CHECK ((request = ANY (ARRAY['CHARGE'::text, 'FIND'::text, 'CANCEL'::text, 'REFUND'::text, 'CONFIRM'::text, 'REFUSE'::text])));
CREATE INDEX sandbox_gateway_log_by_payment ON public.sandbox_gateway_log USING btree (payment_id, id);
comment on index sandbox_gateway_log_by_payment is 'What was asked about a payment, in order.';
grant insert, select on sandbox_gateway_log to puesto_job;

create table scheduled_change (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  subscription_id uuid not null,
  plan_id uuid,
  seats bigint not null,
  due_at timestamp with time zone not null,
  release_rule text not null,
  release_user_ids uuid[] not null,
  order_id uuid not null,
  state text not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone
);
comment on table scheduled_change is 'account: a change of seats that waits for the renewal; it stores whom to release, so that it never fails when due';
comment on column scheduled_change.release_rule is 'Whose seats are released if too many are assigned when it is due, after those of the users named.';
alter table scheduled_change add constraint scheduled_change_key PRIMARY KEY (account_id, id);
alter table scheduled_change add constraint scheduled_change_belongs_to_subscription FOREIGN KEY (account_id, subscription_id) REFERENCES subscription(account_id, id);
alter table scheduled_change add constraint scheduled_change_comes_from_order FOREIGN KEY (account_id, order_id) REFERENCES account_order(account_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table scheduled_change add constraint scheduled_change_is_of_a_plan FOREIGN KEY (plan_id) REFERENCES plan(id);
alter table scheduled_change add constraint closed_scheduled_change_has_its_instant CHECK (((state = 'SCHEDULED'::text) = (closed_at IS NULL)));
alter table scheduled_change add constraint scheduled_change_state_is_known CHECK ((state = ANY (ARRAY['SCHEDULED'::text, 'APPLIED'::text, 'CANCELED'::text, 'SUPERSEDED'::text])));
alter table scheduled_change add constraint scheduled_release_rule_is_known CHECK ((release_rule = ANY (ARRAY['LONGEST_WITHOUT_SIGN_IN'::text, 'LAST_ASSIGNED'::text])));
alter table scheduled_change add constraint scheduled_seats_within_limits CHECK (((seats >= 0) AND (seats <= 1000000)));
CREATE UNIQUE INDEX one_scheduled_change_per_subscription ON public.scheduled_change USING btree (account_id, subscription_id) WHERE (state = 'SCHEDULED'::text);
CREATE INDEX scheduled_change_by_order ON public.scheduled_change USING btree (account_id, order_id);
CREATE INDEX scheduled_change_by_subscription ON public.scheduled_change USING btree (account_id, subscription_id);
comment on index one_scheduled_change_per_subscription is 'At most one change waits for the renewal.';
comment on index scheduled_change_by_order is 'What an order scheduled; the foreign key.';
comment on index scheduled_change_by_subscription is 'The foreign key.';
alter table scheduled_change enable row level security;
alter table scheduled_change force row level security;
create policy scheduled_change_for_jobs on scheduled_change for all to puesto_job using (true);
create policy scheduled_change_for_migrations on scheduled_change for all to puesto_owner using (true);
create policy scheduled_change_of_set_account on scheduled_change for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on scheduled_change to puesto_app;
grant insert, select, update on scheduled_change to puesto_job;

create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  state text
);
comment on table scheduled_tasks is 'installation: db-scheduler''s recurring jobs';
alter table scheduled_tasks add constraint scheduled_tasks_key PRIMARY KEY (task_name, task_instance);
CREATE INDEX scheduled_tasks_by_execution_time ON public.scheduled_tasks USING btree (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON public.scheduled_tasks USING btree (last_heartbeat);
comment on index scheduled_tasks_by_execution_time is 'What is due; db-scheduler''s own statement.';
comment on index scheduled_tasks_by_heartbeat is 'Dead executions; db-scheduler''s own statement.';
grant delete, insert, select, update on scheduled_tasks to puesto_job;

create table settlement (
  account_id uuid not null,
  invoice_id uuid not null,
  state text not null,
  currency text not null,
  total_minor bigint not null,
  paid_minor bigint not null,
  credited_minor bigint not null,
  open_minor bigint not null,
  due_date date not null,
  updated_at timestamp with time zone not null
);
comment on table settlement is 'account: whether an invoice is paid, beside the invoice that never changes';
comment on column settlement.total_minor is 'The invoice''s total, in minor units of currency.';
comment on column settlement.paid_minor is 'Paid by payments and by the balance, in minor units of currency.';
comment on column settlement.credited_minor is 'Settled by credit notes, in minor units of currency.';
comment on column settlement.open_minor is 'In minor units of currency.';
alter table settlement add constraint settlement_key PRIMARY KEY (account_id, invoice_id);
alter table settlement add constraint settlement_belongs_to_invoice FOREIGN KEY (account_id, invoice_id) REFERENCES document(account_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table settlement add constraint open_part_is_what_is_left CHECK ((open_minor = ((total_minor - paid_minor) - credited_minor)));
alter table settlement add constraint settled_invoice_has_nothing_open CHECK (((state = 'PAID'::text) = (open_minor = 0)));
alter table settlement add constraint settlement_amounts_are_exact CHECK (((LEAST(paid_minor, credited_minor, open_minor) >= 0) AND (GREATEST(total_minor, paid_minor, credited_minor, open_minor) <= '9007199254740991'::bigint)));
alter table settlement add constraint settlement_state_is_known CHECK ((state = ANY (ARRAY['OPEN'::text, 'PAID'::text, 'UNCOLLECTIBLE'::text])));
CREATE INDEX unsettled_settlement_by_due_date ON public.settlement USING btree (account_id, due_date, invoice_id) WHERE (state <> 'PAID'::text);
comment on index unsettled_settlement_by_due_date is 'What is not paid yet, oldest first: what credits and the next charge settle.';
alter table settlement enable row level security;
alter table settlement force row level security;
create policy settlement_for_jobs on settlement for all to puesto_job using (true);
create policy settlement_for_migrations on settlement for all to puesto_owner using (true);
create policy settlement_of_set_account on settlement for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on settlement to puesto_app;
grant insert, select, update on settlement to puesto_job;

create table subscription (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  product_id uuid not null,
  plan_id uuid not null,
  currency text not null,
  status text not null,
  seats_owned bigint not null,
  seats_assigned bigint not null,
  seats_releasing bigint not null,
  current_period_id uuid,
  trial_end_at timestamp with time zone,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  pending_order_id uuid,
  pending_seats bigint,
  version bigint not null
);
comment on table subscription is 'account: an account''s holding of a plan: seats owned and assigned, current period, status';
comment on column subscription.status is 'TRIALING, ACTIVE, PAST_DUE (an increase needs the open invoices paid), SUSPENDED (only paying and cancelling), ENDED.';
comment on column subscription.seats_assigned is 'Kept count of live assignments; raised and lowered with them in one transaction.';
comment on column subscription.seats_releasing is 'How many of the assigned seats a pending order will release.';
comment on column subscription.pending_order_id is 'The order that holds this subscription; every other change of it is refused.';
comment on column subscription.pending_seats is 'Seats owned once the pending order is placed.';
alter table subscription add constraint subscription_key PRIMARY KEY (account_id, id);
alter table subscription add constraint subscription_is_of_one_product UNIQUE (account_id, id, product_id);
alter table subscription add constraint subscription_belongs_to_account FOREIGN KEY (account_id) REFERENCES account(account_id);
alter table subscription add constraint subscription_has_its_current_period FOREIGN KEY (account_id, id, current_period_id) REFERENCES subscription_period(account_id, subscription_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table subscription add constraint subscription_is_held_by_order FOREIGN KEY (account_id, pending_order_id) REFERENCES account_order(account_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table subscription add constraint subscription_is_of_a_plan FOREIGN KEY (plan_id, product_id) REFERENCES plan(id, product_id);
alter table subscription add constraint assigned_seats_within_owned CHECK (((seats_assigned >= 0) AND (seats_assigned <= seats_owned)));
alter table subscription add constraint assigned_seats_within_pending_target CHECK (((pending_seats IS NULL) OR ((seats_assigned - seats_releasing) <= pending_seats)));
alter table subscription add constraint ended_subscription_has_its_instant CHECK (((status = 'ENDED'::text) = (ended_at IS NOT NULL)));
alter table subscription add constraint only_a_pending_order_releases CHECK (((pending_order_id IS NOT NULL) OR (seats_releasing = 0)));
alter table subscription add constraint owned_seats_within_limits CHECK (((seats_owned >= 0) AND (seats_owned <= 1000000)));
alter table subscription add constraint pending_order_has_a_target CHECK (((pending_order_id IS NULL) = (pending_seats IS NULL)));
alter table subscription add constraint releasing_seats_within_assigned CHECK (((seats_releasing >= 0) AND (seats_releasing <= seats_assigned)));
alter table subscription add constraint subscription_currency_is_a_code CHECK ((currency ~ '^[A-Z]{3}$'::text));
alter table subscription add constraint subscription_has_a_period_until_it_ends CHECK (((status = 'ENDED'::text) = (current_period_id IS NULL)));
alter table subscription add constraint subscription_owns_seats_until_it_ends CHECK (((status = 'ENDED'::text) = (seats_owned = 0)));
alter table subscription add constraint subscription_status_is_known CHECK ((status = ANY (ARRAY['TRIALING'::text, 'ACTIVE'::text, 'PAST_DUE'::text, 'SUSPENDED'::text, 'ENDED'::text])));
alter table subscription add constraint trial_has_an_end CHECK (((status <> 'TRIALING'::text) OR (trial_end_at IS NOT NULL)));
CREATE INDEX subscription_by_pending_order ON public.subscription USING btree (account_id, pending_order_id) WHERE (pending_order_id IS NOT NULL);
comment on index subscription_by_pending_order is 'What a pending order holds; the foreign key.';
alter table subscription enable row level security;
alter table subscription force row level security;
create policy subscription_for_jobs on subscription for all to puesto_job using (true);
create policy subscription_for_migrations on subscription for all to puesto_owner using (true);
create policy subscription_of_set_account on subscription for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on subscription to puesto_app;
grant insert, select, update on subscription to puesto_job;

create table subscription_period (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  subscription_id uuid not null,
  anchor_at timestamp with time zone not null,
  ordinal integer not null,
  time_zone text not null,
  billing_interval text not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null
);
comment on table subscription_period is 'account: a billing period [start, end) whose bounds and zone are fixed when it opens; a change under MOVE cuts it short';
comment on column subscription_period.anchor_at is 'The instant that fixes billing dates: the n-th period starts at anchor + n intervals, computed from the anchor.';
comment on column subscription_period.ordinal is 'n of this period, counted from the anchor.';
alter table subscription_period add constraint subscription_period_key PRIMARY KEY (account_id, id);
alter table subscription_period add constraint period_is_of_one_subscription UNIQUE (account_id, subscription_id, id);
alter table subscription_period add constraint period_belongs_to_subscription FOREIGN KEY (account_id, subscription_id) REFERENCES subscription(account_id, id);
alter table subscription_period add constraint periods_of_a_subscription_never_overlap EXCLUDE USING gist (account_id WITH =, subscription_id WITH =, tstzrange(start_at, end_at) WITH &&);
alter table subscription_period add constraint period_interval_is_known CHECK ((billing_interval = ANY (ARRAY['MONTH'::text, 'YEAR'::text])));
alter table subscription_period add constraint period_ordinal_is_not_negative CHECK ((ordinal >= 0));
alter table subscription_period add constraint period_starts_before_it_ends CHECK ((start_at <= end_at));
CREATE INDEX subscription_period_by_start ON public.subscription_period USING btree (account_id, subscription_id, start_at);
comment on index subscription_period_by_start is 'The history of a subscription''s periods; the foreign key.';
alter table subscription_period enable row level security;
alter table subscription_period force row level security;
create policy subscription_period_for_jobs on subscription_period for all to puesto_job using (true);
create policy subscription_period_for_migrations on subscription_period for all to puesto_owner using (true);
create policy subscription_period_of_set_account on subscription_period for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on subscription_period to puesto_app;
grant insert, select, update on subscription_period to puesto_job;

create table tax_country (
  code text not null,
  currency text not null,
  vat_prefix text,
  eu_from date,
  eu_until date
);
comment on table tax_country is 'reference: a country that we can tax in: its currency, VAT prefix and EU membership';
comment on column tax_country.vat_prefix is 'Prefix of its VAT numbers where it is not the country code (Greece: EL).';
comment on column tax_country.eu_until is 'The first day on which the EU''s VAT law no longer holds there (United Kingdom: the end of the transition).';
alter table tax_country add constraint tax_country_key PRIMARY KEY (code);
alter table tax_country add constraint eu_membership_is_ordered CHECK (((eu_until IS NULL) OR ((eu_from IS NOT NULL) AND (eu_from < eu_until))));
alter table tax_country add constraint tax_country_code_is_iso CHECK ((code ~ '^[A-Z]{2}$'::text));
alter table tax_country add constraint tax_country_currency_is_a_code CHECK ((currency ~ '^[A-Z]{3}$'::text));
grant select on tax_country to puesto_app;
grant insert, select, update on tax_country to puesto_job;

create table tax_id (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  country text not null,
  number text not null,
  state text not null,
  checked_at timestamp with time zone,
  check_reference text,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone
);
comment on table tax_id is 'account: a VAT number with the state of its check; an earlier one stays as removed';
alter table tax_id add constraint tax_id_key PRIMARY KEY (account_id, id);
alter table tax_id add constraint tax_id_belongs_to_account FOREIGN KEY (account_id) REFERENCES account(account_id);
alter table tax_id add constraint checked_tax_id_has_its_instant CHECK (((state = 'UNVERIFIED'::text) OR (checked_at IS NOT NULL)));
alter table tax_id add constraint tax_id_country_is_a_code CHECK ((country ~ '^[A-Z]{2}$'::text));
alter table tax_id add constraint tax_id_number_is_normal CHECK ((number ~ '^[A-Z0-9+*]{4,20}$'::text));
alter table tax_id add constraint tax_id_state_is_known CHECK ((state = ANY (ARRAY['VALID'::text, 'INVALID'::text, 'UNVERIFIED'::text])));
CREATE UNIQUE INDEX one_tax_id_per_account ON public.tax_id USING btree (account_id) WHERE (removed_at IS NULL);
comment on index one_tax_id_per_account is 'The one number that decides the tax today.';
alter table tax_id enable row level security;
alter table tax_id force row level security;
create policy tax_id_for_jobs on tax_id for all to puesto_job using (true);
create policy tax_id_for_migrations on tax_id for all to puesto_owner using (true);
create policy tax_id_of_set_account on tax_id for all to puesto_app using ((account_id = (NULLIF(current_setting('puesto.account_id'::text, true), ''::text))::uuid));
grant insert, select, update on tax_id to puesto_app;
grant insert, select, update on tax_id to puesto_job;

create table tax_rate (
  country text not null,
  valid_from date not null,
  rate_basis_points integer not null
);
comment on table tax_rate is 'reference: the standard rate of a country from a date on';
comment on column tax_rate.rate_basis_points is 'Hundredths of a per cent: 21 % is 2100.';
alter table tax_rate add constraint tax_rate_key PRIMARY KEY (country, valid_from);
alter table tax_rate add constraint tax_rate_belongs_to_country FOREIGN KEY (country) REFERENCES tax_country(code);
alter table tax_rate add constraint tax_rate_is_a_share CHECK (((rate_basis_points >= 0) AND (rate_basis_points <= 10000)));
grant select on tax_rate to puesto_app;
grant insert, select on tax_rate to puesto_job;
