-- A cart's line need not say when it takes effect: then the plan's policy does, as in a seat quote.

alter table cart_line alter column effective drop not null;
comment on column cart_line.effective is 'NOW or AT_RENEWAL as the buyer asked; null: as the plan''s policy has it.';
