-- Who signs in: people, representatives, operators and API clients. Looked up by their own keys, before any account is known.

create table person (
  id uuid default uuidv7() constraint person_key primary key,
  email text not null,
  email_key text collate "C" not null generated always as (lower(email)) stored,
  name text not null,
  locale text not null,
  password_hash text,
  status text not null,
  created_at timestamptz not null,
  constraint person_email_is_unique unique (email_key),
  constraint person_email_is_short check (char_length(email) between 3 and 254),
  constraint person_name_is_short check (char_length(name) between 1 and 200),
  constraint person_locale_is_known check (locale in ('es', 'en')),
  constraint person_status_is_known check (status in ('ACTIVE', 'DEACTIVATED'))
);
call app.describe_table('person', 'lookup', 'select', 'select, insert, update', 'a human being who signs in to the console');

create table operator (
  person_id uuid constraint operator_key primary key,
  created_at timestamptz not null,
  constraint operator_is_a_person foreign key (person_id) references person (id)
);
call app.describe_table('operator', 'lookup', 'select', 'select, insert, delete', 'a person of the vendor who runs the installation');

create table representative (
  id uuid default uuidv7() constraint representative_key primary key,
  person_id uuid not null,
  name text not null,
  email text not null,
  phone text,
  created_at timestamptz not null,
  constraint representative_is_one_person unique (person_id),
  constraint representative_is_a_person foreign key (person_id) references person (id)
);
call app.describe_table('representative', 'lookup', 'select', 'select, insert, update', 'a person of the vendor who handles corporate accounts');

create table api_client (
  id uuid default uuidv7() constraint api_client_key primary key,
  client_id text not null,
  name text not null,
  secret_hash text,
  scopes text[] not null,
  status text not null,
  tokens_valid_from timestamptz not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  constraint api_client_id_is_unique unique (client_id),
  constraint api_client_id_is_short check (char_length(client_id) between 1 and 200),
  constraint api_client_status_is_known check (status in ('ACTIVE', 'REVOKED')),
  constraint revoked_client_has_its_instant check ((status = 'REVOKED') = (revoked_at is not null))
);
call app.describe_table('api_client', 'lookup', 'select', 'select, insert, update', 'an OAuth client of an integrator or partner');
comment on column api_client.client_id is 'The OAuth client_id; at an external issuer the name it has there.';
comment on column api_client.secret_hash is 'Encoded secret for the embedded issuer; null where an external issuer keeps it.';
comment on column api_client.tokens_valid_from is 'Tokens issued before are refused: raised by a rotation.';
