-- One business date for an order. The date of a series never goes back, so an order of the last second of a day may be dated
-- the next day when another came first: invoice and settlement are then due as many days after that date as they would
-- have been after their own.

create or replace function app.issue_documents(account uuid, series_name text, zone text, at timestamptz, drafts jsonb)
  returns table (document_id uuid, document_number text, document_issue_date date)
  language plpgsql
as $$
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
$$;
