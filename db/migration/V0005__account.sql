-- The customer organisation, who acts for it, and its users.

create table account (
  account_id uuid default uuidv7() constraint account_key primary key,
  name text not null,
  kind text not null,
  customer_type text not null,
  status text not null,
  currency text not null,
  country text not null,
  time_zone text not null,
  locale text not null,
  address_line_1 text not null,
  address_line_2 text,
  postal_code text not null,
  city text not null,
  billing_email text not null,
  collection text not null,
  payment_term_days integer not null,
  representative_id uuid,
  external_id text,
  sandbox boolean not null,
  test_clock_at timestamptz,
  active_users bigint not null,
  deactivated_users bigint not null,
  last_order_number bigint not null,
  version bigint not null,
  created_at timestamptz not null,
  constraint account_name_is_short check (char_length(name) between 1 and 200),
  constraint account_kind_is_known check (kind in ('SELF_SERVICE', 'CORPORATE')),
  constraint customer_type_is_known check (customer_type in ('BUSINESS', 'PRIVATE')),
  constraint account_status_is_known check (status in ('ACTIVE', 'CLOSED')),
  constraint account_currency_is_a_code check (currency ~ '^[A-Z]{3}$'),
  constraint account_country_is_a_code check (country ~ '^[A-Z]{2}$'),
  constraint account_locale_is_known check (locale in ('es', 'en')),
  constraint account_collection_is_known check (collection in ('CHARGE', 'SEND_INVOICE')),
  constraint payment_term_is_limited check (payment_term_days between 0 and 365),
  constraint corporate_account_has_a_representative check (kind <> 'CORPORATE' or representative_id is not null),
  constraint only_a_sandbox_has_a_test_clock check (test_clock_at is null or sandbox),
  constraint user_counts_are_not_negative check (active_users >= 0 and deactivated_users >= 0)
);
call app.guard_account_table('account', 'select, insert, update', 'the customer organisation; locked first by whatever changes anything of it');
comment on column account.representative_id is 'Id of the lookup "representative"; no foreign key crosses the kinds of table.';
comment on column account.test_clock_at is 'What "now" is for this account; null: the real clock.';
comment on column account.active_users is 'Kept count of its users that are ACTIVE, so that a list''s total counts nothing.';
comment on column account.collection is 'CHARGE: a stored method pays at checkout. SEND_INVOICE: the invoice stays open for payment_term_days.';

create table account_grant (
  account_id uuid not null,
  api_client_id uuid not null,
  scopes text[] not null,
  granted_by text not null,
  granted_at timestamptz not null,
  revoked_at timestamptz,
  constraint account_grant_key primary key (account_id, api_client_id),
  constraint account_grant_belongs_to_account foreign key (account_id) references account (account_id)
);
create index account_grant_by_client on account_grant (api_client_id, account_id) where revoked_at is null;
comment on index account_grant_by_client is 'The accounts that a client may see: the job role''s list.';
call app.guard_account_table('account_grant', 'select, insert, update', 'what an API client may do in this account; withdrawn by revoked_at');
comment on column account_grant.api_client_id is 'Id of the lookup "api_client".';

create table contact (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  person_id uuid not null,
  name text not null,
  email text not null,
  locale text not null,
  roles text[] not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  version bigint not null,
  constraint contact_key primary key (account_id, id),
  constraint contact_belongs_to_account foreign key (account_id) references account (account_id),
  constraint contact_locale_is_known check (locale in ('es', 'en')),
  constraint contact_roles_are_known check (cardinality(roles) > 0 and roles <@ array['BILLING_CONTACT', 'SEAT_ADMIN', 'READER'])
);
create unique index one_contact_per_person_and_account on contact (account_id, person_id) where removed_at is null;
comment on index one_contact_per_person_and_account is 'A person is one contact of an account; the look-up of a signed-in person''s roles.';
create index contact_by_person on contact (person_id, account_id) where removed_at is null;
comment on index contact_by_person is 'The accounts of a signed-in person: the job role''s list.';
call app.guard_account_table('contact', 'select, insert, update', 'a person who signs in to the console for this account, with roles');
comment on column contact.person_id is 'Id of the lookup "person".';

create table account_user (
  account_id uuid not null,
  id uuid default uuidv7() not null,
  name text not null,
  name_key text collate "C" not null generated always as (lower(name)) stored,
  email text not null,
  email_key text collate "C" not null generated always as (lower(email)) stored,
  external_id text,
  status text not null,
  invited_at timestamptz not null,
  deactivated_at timestamptz,
  version bigint not null,
  constraint account_user_key primary key (account_id, id),
  constraint account_user_belongs_to_account foreign key (account_id) references account (account_id),
  constraint user_email_is_unique_in_account unique (account_id, email_key),
  constraint user_external_id_is_unique_in_account unique (account_id, external_id),
  constraint user_name_is_short check (char_length(name) between 1 and 200),
  constraint user_email_is_short check (char_length(email) between 3 and 254),
  constraint user_external_id_is_short check (char_length(external_id) between 1 and 200),
  constraint user_status_is_known check (status in ('ACTIVE', 'DEACTIVATED')),
  constraint deactivated_user_has_its_instant check ((status = 'DEACTIVATED') = (deactivated_at is not null))
);
create index account_user_by_name on account_user (account_id, name_key, id);
comment on index account_user_by_name is 'The list of users by name, page by page, and the search by a name''s prefix.';
call app.guard_account_table('account_user', 'select, insert, update', 'a person of the account who can be given seats');
comment on column account_user.email_key is 'Lower-case e-mail; look-ups compare it, since only leakproof operators reach an index under row-level security.';
