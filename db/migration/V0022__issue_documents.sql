-- Issuing documents: the one place that takes numbers. It is the last statement of its transaction, sent together with
-- the commit, since the row of a series makes everybody wait who issues in it.

alter table document_line alter constraint document_line_belongs_to_document deferrable initially deferred;
alter table document_tax alter constraint document_tax_belongs_to_document deferrable initially deferred;

create index unsettled_settlement_by_due_date on settlement (account_id, due_date, invoice_id) where state <> 'PAID';
comment on index unsettled_settlement_by_due_date is 'What is not paid yet, oldest first: what credits and the next charge settle.';
drop index open_settlement_by_due_date;

create function app.document_body(account uuid, document uuid) returns text
  language sql stable
as $$
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
$$;
comment on function app.document_body(uuid, uuid) is 'Lines and taxes of a document as the text that its hash is made of.';

create function app.document_hash(d document, body text) returns bytea
  language sql stable
as $$
  select sha256(d.previous_hash || convert_to(jsonb_build_array(
    d.account_id, d.id, d.kind, d.number, d.issue_date::text, (extract(epoch from d.issued_at) * 1000000)::bigint, d.due_date::text,
    d.order_id, d.currency, d.tax_inclusive, d.net_minor, d.tax_minor, d.total_minor, d.purchase_order_number, d.seller, d.buyer)::text
    || body, 'UTF8'))
$$;
comment on function app.document_hash(document, text) is
  'The hash of a document: SHA-256 over the hash before it in its series and all that the document says. Recompute it with app.document_body.';

create function app.document_number(d document) returns text
  language sql immutable
as $$
  select d.series || case d.kind when 'CREDIT_NOTE' then '-R-' else '-' end || d.year || '-' || lpad(d.sequence::text, greatest(6, length(d.sequence::text)), '0')
$$;
comment on function app.document_number(document) is 'The number as printed: series, R for a credit note (Spanish: rectificativa), year, six digits or more.';

create function app.issue_documents(account uuid, series_name text, zone text, at timestamptz, drafts jsonb)
  returns table (document_id uuid, document_number text, document_issue_date date)
  language plpgsql
as $$
declare
  last document_series;
  issued document[];
  bodies text[];
  d document;
  i integer;
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
    d.due_date := greatest(d.due_date, case d.kind when 'INVOICE' then d.issue_date end);
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
$$;
comment on function app.issue_documents(uuid, text, text, timestamptz, jsonb) is
  'Gives drafts of one account the next numbers and the date of their series and inserts them with lines and taxes. Invoices are numbered before credit notes.';
grant execute on function app.document_body(uuid, uuid), app.document_hash(document, text), app.document_number(document),
  app.issue_documents(uuid, text, text, timestamptz, jsonb) to puesto_app, puesto_job;
