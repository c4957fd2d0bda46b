-- Nothing can be posted for an account whose kept balances were not opened: the entry's key leads through them.

alter table ledger_entry drop constraint ledger_entry_belongs_to_account;
alter table ledger_entry add constraint ledger_entry_changes_a_kept_balance
  foreign key (account_id) references account_balance (account_id);
