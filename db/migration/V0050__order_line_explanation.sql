-- What the buyer was told of each line's amounts is kept with the order: the confirmation prints the same sentences.

alter table order_line add column explanations text[] not null default '{}';
comment on column order_line.explanations is 'The sentences that explain its amounts, as the seat quote had them, in the order''s locale; credit before charge.';
