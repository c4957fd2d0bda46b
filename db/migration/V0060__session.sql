-- Who is signed in to the console, and what the embedded issuer keeps of a sign-in. The columns are those of Spring Session and of
-- Spring's authorization server, which read and write them; what they hold is JSON.

create table console_session (
  primary_id text constraint console_session_key primary key,
  session_id text not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval integer not null,
  expiry_time bigint not null,
  principal_name text,
  constraint console_session_id_is_unique unique (session_id)
);
create index console_session_by_expiry on console_session (expiry_time);
comment on index console_session_by_expiry is 'Purging what has expired; Spring Session''s own statement.';
create index console_session_by_person on console_session (principal_name);
comment on index console_session_by_person is 'The sessions of one person; Spring Session''s own statement.';
call app.describe_table('console_session', 'installation', 'select, insert, update, delete', 'select, delete', 'a browser''s session with the console');
comment on column console_session.session_id is 'What the browser''s cookie holds.';
comment on column console_session.creation_time is 'Milliseconds since 1970, like the other times here.';
comment on column console_session.max_inactive_interval is 'Seconds.';
comment on column console_session.principal_name is 'The person''s id; null before the sign-in.';

create table console_session_attributes (
  session_primary_id text not null,
  attribute_name text not null,
  attribute_bytes bytea not null,
  constraint console_session_attributes_key primary key (session_primary_id, attribute_name),
  constraint attributes_belong_to_session foreign key (session_primary_id) references console_session (primary_id) on delete cascade
);
call app.describe_table('console_session_attributes', 'installation', 'select, insert, update, delete', 'select, delete',
  'what a browser''s session holds, as JSON');

create table oauth2_authorization (
  id text constraint oauth2_authorization_key primary key,
  registered_client_id text not null,
  principal_name text not null,
  authorization_grant_type text not null,
  authorized_scopes text,
  attributes text,
  state text,
  authorization_code_value text,
  authorization_code_issued_at timestamptz,
  authorization_code_expires_at timestamptz,
  authorization_code_metadata text,
  access_token_value text,
  access_token_issued_at timestamptz,
  access_token_expires_at timestamptz,
  access_token_metadata text,
  access_token_type text,
  access_token_scopes text,
  oidc_id_token_value text,
  oidc_id_token_issued_at timestamptz,
  oidc_id_token_expires_at timestamptz,
  oidc_id_token_metadata text,
  refresh_token_value text,
  refresh_token_issued_at timestamptz,
  refresh_token_expires_at timestamptz,
  refresh_token_metadata text,
  user_code_value text,
  user_code_issued_at timestamptz,
  user_code_expires_at timestamptz,
  user_code_metadata text,
  device_code_value text,
  device_code_issued_at timestamptz,
  device_code_expires_at timestamptz,
  device_code_metadata text
);
create index oauth2_authorization_by_code on oauth2_authorization using hash (authorization_code_value);
comment on index oauth2_authorization_by_code is 'The exchange of a code for tokens.';
create index oauth2_authorization_by_id_token on oauth2_authorization using hash (oidc_id_token_value);
comment on index oauth2_authorization_by_id_token is 'The end of a session, which names its ID token.';
create index oauth2_authorization_by_issue on oauth2_authorization (authorization_code_issued_at);
comment on index oauth2_authorization_by_issue is 'Purging what no session needs any more.';
call app.describe_table('oauth2_authorization', 'installation', 'select, insert, update, delete', 'select, delete',
  'what the embedded issuer keeps of a person''s sign-in; nothing of client credentials');

alter table installation_secret drop constraint installation_secret_name_is_known;
alter table installation_secret add constraint installation_secret_name_is_known
  check (name in ('seat-quote', 'token-signing', 'cursor', 'console-client', 'pending-sign-in'));
