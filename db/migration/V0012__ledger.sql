-- Double entry by construction: one row is one movement from a credit account to a debit account.

create table ledger_entry (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  entered_at timestamptz not null,
  kind text not null,
  debit_account text not null,
  credit_account text not null,
  amount_minor bigint not null,
  currency text not null,
  order_id uuid,
  document_id uuid,
  payment_id uuid,
  constraint ledger_entry_key primary key (account_id, id),
  constraint ledger_entry_belongs_to_account foreign key (account_id) references account (account_id),
  constraint ledger_entry_is_caused_by_order foreign key (account_id, order_id) references account_order (account_id, id) deferrable initially deferred,
  constraint ledger_entry_is_caused_by_document foreign key (account_id, document_id) references document (account_id, id) deferrable initially deferred,
  constraint ledger_entry_is_caused_by_payment foreign key (account_id, payment_id) references payment (account_id, id),
  constraint ledger_entry_amount_is_positive check (amount_minor between 1 and 9007199254740991),
  constraint ledger_entry_has_two_sides check (debit_account <> credit_account),
  constraint ledger_entry_has_a_cause check (num_nonnulls(order_id, document_id, payment_id) >= 1 or kind = 'GOODWILL'),
  constraint ledger_entry_kind_is_known check (kind in
    ('CHARGE', 'CHARGE_TAX', 'CREDIT', 'CREDIT_TAX', 'CREDIT_TO_BALANCE', 'BALANCE_PAYS', 'HOLD', 'HOLD_RETURNS', 'PAYMENT', 'PAYMENT_TO_BALANCE', 'GOODWILL', 'REFUND')),
  constraint debit_account_is_known check (debit_account ~
    '^(RECEIVABLE|BALANCE_CREDIT|BALANCE_GOODWILL|HELD_CREDIT|HELD_GOODWILL|REVENUE|GATEWAY_CLEARING|GOODWILL_EXPENSE|TAX_[A-Z]{2})$'),
  constraint credit_account_is_known check (credit_account ~
    '^(RECEIVABLE|BALANCE_CREDIT|BALANCE_GOODWILL|HELD_CREDIT|HELD_GOODWILL|REVENUE|GATEWAY_CLEARING|GOODWILL_EXPENSE|TAX_[A-Z]{2})$')
);
create index ledger_entry_by_instant on ledger_entry (account_id, entered_at, id);
comment on index ledger_entry_by_instant is 'The account''s entries, page by page, and balances as of an instant.';
create index ledger_entry_by_order on ledger_entry (account_id, order_id) where order_id is not null;
comment on index ledger_entry_by_order is 'The foreign key.';
create index ledger_entry_by_document on ledger_entry (account_id, document_id) where document_id is not null;
comment on index ledger_entry_by_document is 'The foreign key.';
create index ledger_entry_by_payment on ledger_entry (account_id, payment_id) where payment_id is not null;
comment on index ledger_entry_by_payment is 'The foreign key.';
call app.guard_account_table('ledger_entry', 'select, insert', 'one movement of an amount from the credit account to the debit account, with its cause');
comment on column ledger_entry.debit_account is
  'RECEIVABLE, BALANCE_CREDIT, BALANCE_GOODWILL, HELD_CREDIT, HELD_GOODWILL, REVENUE, GATEWAY_CLEARING, GOODWILL_EXPENSE or TAX_<country>.';
comment on column ledger_entry.amount_minor is 'In minor units of currency, always positive.';

create table account_balance (
  account_id uuid constraint account_balance_key primary key,
  currency text not null,
  credit_minor bigint not null,
  goodwill_minor bigint not null,
  held_credit_minor bigint not null,
  held_goodwill_minor bigint not null,
  constraint account_balance_belongs_to_account foreign key (account_id) references account (account_id),
  constraint account_balance_is_never_below_zero check
    (credit_minor >= 0 and goodwill_minor >= 0 and held_credit_minor >= 0 and held_goodwill_minor >= 0)
);
call app.guard_account_table('account_balance', 'select, insert, update', 'today''s balances, each the sum of its ledger entries');
comment on column account_balance.credit_minor is 'BALANCE_CREDIT: from credit notes and payments, in minor units of currency.';
comment on column account_balance.goodwill_minor is 'BALANCE_GOODWILL: given by the vendor, spent first, never refunded, in minor units of currency.';
comment on column account_balance.held_credit_minor is 'HELD_CREDIT: kept for an order that waits for its payment, in minor units of currency.';
comment on column account_balance.held_goodwill_minor is 'HELD_GOODWILL: the same of goodwill, in minor units of currency.';
