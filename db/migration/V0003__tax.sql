-- Dated facts about tax by country. Rows for the seeded countries come with their own migration.

create table tax_country (
  code text constraint tax_country_key primary key,
  currency text not null,
  vat_prefix text,
  eu_from date,
  eu_until date,
  constraint tax_country_code_is_iso check (code ~ '^[A-Z]{2}$'),
  constraint tax_country_currency_is_a_code check (currency ~ '^[A-Z]{3}$'),
  constraint eu_membership_is_ordered check (eu_until is null or (eu_from is not null and eu_from < eu_until))
);
call app.describe_table('tax_country', 'reference', 'select', 'select, insert, update', 'a country that we can tax in: its currency, VAT prefix and EU membership');
comment on column tax_country.vat_prefix is 'Prefix of its VAT numbers where it is not the country code (Greece: EL).';

create table tax_rate (
  country text not null,
  valid_from date not null,
  rate_basis_points integer not null,
  constraint tax_rate_key primary key (country, valid_from),
  constraint tax_rate_belongs_to_country foreign key (country) references tax_country (code),
  constraint tax_rate_is_a_share check (rate_basis_points between 0 and 10000)
);
call app.describe_table('tax_rate', 'reference', 'select', 'select, insert', 'the standard rate of a country from a date on');
comment on column tax_rate.rate_basis_points is 'Hundredths of a per cent: 21 % is 2100.';

create table exchange_rate (
  currency text not null,
  valid_on date not null,
  units_per_euro numeric(18, 8) not null,
  source text not null,
  constraint exchange_rate_key primary key (currency, valid_on),
  constraint exchange_rate_is_positive check (units_per_euro > 0),
  constraint exchange_rate_currency_is_a_code check (currency ~ '^[A-Z]{3}$')
);
call app.describe_table('exchange_rate', 'reference', 'select', 'select, insert', 'units of a currency for one euro on a day, with its source; for tax stated in the taxing country''s currency');
