-- Seats by the day of the last sign-in: an index over days, which a further sign-in of the same day does not touch.

alter table last_sign_in add column signed_in_on date not null generated always as ((signed_in_at at time zone 'UTC')::date) stored;
comment on column last_sign_in.signed_in_on is 'The day of the last sign-in in UTC; lists of seats stand by it.';
create index last_sign_in_by_day on last_sign_in (account_id, product_id, signed_in_on, user_id);
comment on index last_sign_in_by_day is 'The seats of a product by the day of the last sign-in, page by page; the foreign key of the product.';
