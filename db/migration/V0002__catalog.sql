-- What can be bought: products, plans, versions of prices, their tiers.

create table reference_version (
  name text constraint reference_version_key primary key,
  version bigint not null,
  constraint reference_version_is_positive check (version > 0)
);
call app.describe_table('reference_version', 'reference', 'select', 'select, update',
  'a counter per set of reference data (catalog, tax), raised by each change, so that what is kept in memory can be checked in the request''s own statement');
insert into reference_version (name, version) values ('catalog', 1), ('tax', 1);

create table product (
  id uuid default uuidv7() constraint product_key primary key,
  code text not null,
  name text not null,
  description_en text not null,
  description_es text not null,
  seat_one_en text not null,
  seat_other_en text not null,
  seat_one_es text not null,
  seat_other_es text not null,
  status text not null,
  created_at timestamptz not null,
  constraint product_code_is_unique unique (code),
  constraint product_code_is_a_slug check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  constraint product_name_is_short check (char_length(name) between 1 and 100),
  constraint product_status_is_known check (status in ('ACTIVE', 'ARCHIVED'))
);
call app.describe_table('product', 'reference', 'select', 'select, insert, update', 'what is licensed; names its seats in each language');
comment on column product.seat_one_en is 'Noun of one seat in English, for example "agent".';
comment on column product.seat_other_en is 'Noun of several seats in English, for example "agents".';
comment on column product.seat_one_es is 'Noun of one seat in Spanish, for example "agente".';
comment on column product.seat_other_es is 'Noun of several seats in Spanish, for example "agentes".';
comment on column product.status is 'ACTIVE: on offer. ARCHIVED: no new subscriptions; existing ones go on.';

create table plan (
  id uuid default uuidv7() constraint plan_key primary key,
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
  created_at timestamptz not null,
  constraint plan_belongs_to_product foreign key (product_id) references product (id),
  constraint plan_code_is_unique unique (code),
  constraint plan_is_of_one_product unique (id, product_id),
  constraint plan_code_is_a_slug check (code ~ '^[a-z][a-z0-9-]{0,59}$'),
  constraint billing_interval_is_known check (billing_interval in ('MONTH', 'YEAR')),
  constraint anchor_policy_is_known check (anchor_policy in ('MOVE', 'KEEP')),
  constraint grain_is_known check (grain in ('SECOND', 'DAY', 'DAY_30')),
  constraint decrease_policy_is_known check (decrease_policy in ('CREDIT_NOW', 'AT_RENEWAL', 'BUYER_CHOOSES')),
  constraint trial_days_are_limited check (trial_days between 0 and 365),
  constraint seat_limits_are_ordered check (minimum_seats >= 1 and minimum_seats <= maximum_seats and maximum_seats <= 1000000),
  constraint plan_status_is_known check (status in ('ACTIVE', 'ARCHIVED'))
);
create index plan_by_product on plan (product_id);
comment on index plan_by_product is 'A product''s plans; the foreign key.';
call app.describe_table('plan', 'reference', 'select', 'select, insert, update', 'a product''s offer: billing interval, proration policy, limits of seats');
comment on column plan.anchor_policy is 'MOVE: a change of seats starts a new full period and moves the billing date. KEEP: the period stays.';
comment on column plan.grain is 'SECOND: whole seconds. DAY: dates in the period''s zone. DAY_30: months of 30 days.';
comment on column plan.decrease_policy is 'CREDIT_NOW, AT_RENEWAL, or BUYER_CHOOSES on the cart line.';
comment on column plan.minimum_seats is 'Fewest seats of a subscription; 0 is always allowed and means cancellation.';

create table price (
  id uuid default uuidv7() constraint price_key primary key,
  plan_id uuid not null,
  currency text not null,
  model text not null,
  fixed_fee_minor bigint not null,
  tax_inclusive boolean not null,
  new_from timestamptz not null,
  existing_from timestamptz,
  created_at timestamptz not null,
  constraint price_belongs_to_plan foreign key (plan_id) references plan (id),
  constraint price_version_is_unique unique (plan_id, currency, new_from),
  constraint price_currency_is_a_code check (currency ~ '^[A-Z]{3}$'),
  constraint price_model_is_known check (model in ('PER_SEAT', 'VOLUME', 'GRADUATED')),
  constraint fixed_fee_is_within_limits check (fixed_fee_minor between 0 and 1000000000000),
  constraint existing_customers_never_before_new check (existing_from is null or existing_from >= new_from)
);
call app.describe_table('price', 'reference', 'select', 'select, insert',
  'a version of a plan''s price in one currency; never edited, a later version replaces it');
comment on column price.fixed_fee_minor is 'Fee per billing period beside the seats, in minor units of currency; not charged for 0 seats.';
comment on column price.tax_inclusive is 'Whether amounts contain tax; a document holds one kind of price.';
comment on column price.new_from is 'From when new subscriptions get this version.';
comment on column price.existing_from is 'From when existing customers get it; null: they keep theirs.';

create table price_tier (
  price_id uuid not null,
  first_seat bigint not null,
  unit_amount_minor bigint not null,
  constraint price_tier_key primary key (price_id, first_seat),
  constraint price_tier_belongs_to_price foreign key (price_id) references price (id),
  constraint first_seat_is_positive check (first_seat >= 1),
  constraint unit_amount_is_within_limits check (unit_amount_minor between 0 and 1000000000)
);
call app.describe_table('price_tier', 'reference', 'select', 'select, insert',
  'the price of one seat from a number of seats on; a tier ends where the next begins; PER_SEAT has the one tier from seat 1');
comment on column price_tier.unit_amount_minor is 'Price of one seat for one billing period, in minor units of the price''s currency. The largest times the most seats is exact in 2^53.';
