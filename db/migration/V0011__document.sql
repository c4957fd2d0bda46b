-- Invoices and credit notes: numbered without a gap, never changed, and settled beside.

create table document_series (
  series text constraint document_series_key primary key,
  year integer not null,
  last_invoice_number bigint not null,
  last_credit_note_number bigint not null,
  last_issue_date date not null,
  last_hash bytea not null,
  constraint document_series_name_is_short check (series ~ '^[A-Z0-9-]{1,20}$'),
  constraint document_numbers_are_not_negative check (last_invoice_number >= 0 and last_credit_note_number >= 0)
);
call app.describe_table('document_series', 'installation', 'select, insert, update', 'select, insert, update',
  'the last numbers, date and hash of a series set; the one row that a checkout takes outside its account, last');

create table document (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  kind text not null,
  series text not null,
  year integer not null,
  sequence bigint not null,
  number text not null,
  issue_date date not null,
  issued_at timestamptz not null,
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
  hash bytea not null,
  constraint document_key primary key (account_id, id),
  constraint document_belongs_to_account foreign key (account_id) references account (account_id),
  constraint document_is_of_an_order foreign key (account_id, order_id) references account_order (account_id, id) deferrable initially deferred,
  constraint document_number_is_unique_in_account unique (account_id, kind, series, year, sequence),
  constraint document_kind_is_known check (kind in ('INVOICE', 'CREDIT_NOTE')),
  constraint document_sequence_is_positive check (sequence > 0),
  constraint only_an_invoice_has_a_due_date check ((kind = 'INVOICE') = (due_date is not null)),
  constraint document_amounts_are_not_negative check (net_minor >= 0 and tax_minor >= 0),
  constraint document_total_is_net_with_tax check (total_minor = net_minor + tax_minor and total_minor <= 9007199254740991)
);
create unique index one_document_of_a_kind_per_order on document (account_id, order_id, kind) where order_id is not null;
comment on index one_document_of_a_kind_per_order is 'An order has at most one invoice and one credit note; the foreign key.';
create index document_by_issue on document (account_id, issued_at, id);
comment on index document_by_issue is 'The list of documents, newest first, page by page.';
call app.guard_account_table('document', 'select, insert', 'an invoice or credit note; amounts are positive on both, the kind carries the sign');
comment on column document.seller is 'Seller''s data frozen at issue: {"version": 1, ...}.';
comment on column document.buyer is 'Buyer''s data frozen at issue: {"version": 1, ...}.';
comment on column document.net_minor is 'In minor units of currency.';
comment on column document.tax_minor is 'In minor units of currency.';
comment on column document.total_minor is 'In minor units of currency.';

create table document_line (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  document_id uuid not null,
  position integer not null,
  subscription_id uuid,
  description text not null,
  seats bigint not null,
  period_start_at timestamptz not null,
  period_end_at timestamptz not null,
  net_minor bigint not null,
  tax_country text not null,
  tax_treatment text not null,
  tax_rate_basis_points integer not null,
  corrects_document_id uuid,
  corrects_line_id uuid,
  explanation jsonb not null,
  constraint document_line_key primary key (account_id, id),
  constraint document_line_is_of_one_document unique (account_id, document_id, id),
  constraint document_line_belongs_to_document foreign key (account_id, document_id) references document (account_id, id),
  constraint document_line_corrects_a_line foreign key (account_id, corrects_document_id, corrects_line_id)
    references document_line (account_id, document_id, id) deferrable initially deferred,
  constraint document_line_position_is_unique unique (account_id, document_id, position),
  constraint document_line_amount_is_not_negative check (net_minor between 0 and 9007199254740991),
  constraint document_tax_treatment_is_known check (tax_treatment in ('STANDARD', 'REVERSE_CHARGE', 'OUTSIDE_SCOPE', 'EXEMPT')),
  constraint correction_names_document_and_line check ((corrects_document_id is null) = (corrects_line_id is null))
);
create index document_line_by_corrected_line on document_line (account_id, corrects_document_id, corrects_line_id) where corrects_line_id is not null;
comment on index document_line_by_corrected_line is 'The credits of an invoice line; the foreign key.';
call app.guard_account_table('document_line', 'select, insert', 'a line of a document; on a credit note it names the invoice line that it corrects');
comment on column document_line.net_minor is 'In minor units of the document''s currency; on a document of tax-inclusive prices the tax is taken out.';
comment on column document_line.explanation is 'How the amount came about: {"version": 1, ...}.';

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
  stated_rate numeric(18, 8),
  stated_rate_source text,
  stated_rate_on date,
  constraint document_tax_key primary key (account_id, document_id, tax_country, tax_treatment, tax_rate_basis_points),
  constraint document_tax_belongs_to_document foreign key (account_id, document_id) references document (account_id, id),
  constraint document_tax_amounts_are_not_negative check (net_minor >= 0 and tax_minor >= 0),
  constraint stated_tax_is_whole check
    (num_nulls(stated_currency, stated_tax_minor, stated_rate, stated_rate_source, stated_rate_on) in (0, 5))
);
call app.guard_account_table('document_tax', 'select, insert', 'the tax of a document per group of country, treatment and rate');
comment on column document_tax.net_minor is 'In minor units of the document''s currency.';
comment on column document_tax.tax_minor is 'In minor units of the document''s currency.';
comment on column document_tax.stated_tax_minor is 'The same tax in minor units of stated_currency, the taxing country''s, where it is another.';

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
  updated_at timestamptz not null,
  constraint settlement_key primary key (account_id, invoice_id),
  constraint settlement_belongs_to_invoice foreign key (account_id, invoice_id) references document (account_id, id) deferrable initially deferred,
  constraint settlement_state_is_known check (state in ('OPEN', 'PAID', 'UNCOLLECTIBLE')),
  constraint open_part_is_what_is_left check (open_minor = total_minor - paid_minor - credited_minor),
  constraint settlement_amounts_are_not_negative check (paid_minor >= 0 and credited_minor >= 0 and open_minor >= 0),
  constraint settled_invoice_has_nothing_open check ((state = 'PAID') = (open_minor = 0))
);
create index open_settlement_by_due_date on settlement (account_id, due_date, invoice_id) where state = 'OPEN';
comment on index open_settlement_by_due_date is 'What the account owes, oldest first.';
call app.guard_account_table('settlement', 'select, insert, update', 'whether an invoice is paid, beside the invoice that never changes');
comment on column settlement.total_minor is 'The invoice''s total, in minor units of currency.';
comment on column settlement.paid_minor is 'Paid by payments and by the balance, in minor units of currency.';
comment on column settlement.credited_minor is 'Settled by credit notes, in minor units of currency.';
comment on column settlement.open_minor is 'In minor units of currency.';

alter table charge_line add constraint charge_line_stands_on_invoice_line
  foreign key (account_id, document_id, document_line_id) references document_line (account_id, document_id, id) deferrable initially deferred;
