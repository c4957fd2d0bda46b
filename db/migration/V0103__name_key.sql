-- Names stand and are found without their accents: "Íñigo" between "Ines" and "Ivan", and by "inigo" too.

create function app.name_key(name text) returns text
  language sql immutable strict parallel safe
return
  replace(replace(replace(replace(
    translate(
      lower(regexp_replace(normalize(name, NFD) collate "C", '[\u0300-\u036F]', '', 'g') collate pg_catalog.pg_c_utf8),
      'øłđðħŧıς’', 'olddhtiσ'''),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
comment on function app.name_key(text) is
  'What a name stands by and is found by: in lower case, without accents, other Latin letters as one spells them without. What is looked for is brought into the same form by the application (NameKey).';
grant execute on function app.name_key(text) to puesto_app, puesto_job;

drop index account_user_by_name;
drop index deactivated_user_by_name;
alter table account_user drop column name_key;
alter table account_user add column name_key text collate "C" not null generated always as (app.name_key(name)) stored;
comment on column account_user.name_key is 'The name without accents in lower case: lists stand by it, and what is looked for is brought into the same form.';
create index account_user_by_name on account_user (account_id, name_key, id);
comment on index account_user_by_name is 'The list of users by name, page by page, and the search by a name''s prefix.';
create index deactivated_user_by_name on account_user (account_id, name_key, id) where status = 'DEACTIVATED';
comment on index deactivated_user_by_name is 'The few users who are deactivated, by name.';

drop index account_by_name;
alter table account drop column name_key;
alter table account add column name_key text collate "C" not null generated always as (app.name_key(name)) stored;
comment on column account.name_key is 'The name without accents in lower case: lists stand by it, and what is looked for is brought into the same form.';
create index account_by_name on account (name_key, account_id);
comment on index account_by_name is 'The vendor''s list of accounts by name, and the search by a name''s prefix.';
