-- The three logins of Puesto. On a database of your own, run this once, as a superuser, in the database that Puesto is to use:
--
--   psql -v owner_password=... -v app_password=... -v job_password=... -f db/roles.sql <database>
--
-- puesto_owner owns the schema and migrates it; puesto_app serves requests and sees one account at a time;
-- puesto_job works across accounts. None of them is a superuser or may by-pass row-level security.

create role puesto_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner_password';
create role puesto_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'app_password';
create role puesto_job login nosuperuser nocreatedb nocreaterole nobypassrls password :'job_password';

-- a migration hands the functions that look across accounts to puesto_job; the owner inherits nothing from it
grant puesto_job to puesto_owner with inherit false, set true;

do $$
begin
  execute format('alter database %I owner to puesto_owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to puesto_app, puesto_job', current_database());
end
$$;

alter schema public owner to puesto_owner;
revoke all on schema public from public;
grant usage on schema public to puesto_app, puesto_job;
