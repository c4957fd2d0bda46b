-- What every later migration stands on: the schema "app", the way an account is set for row-level security,
-- and two procedures that give a new table its comment, its policies and its grants.

create extension if not exists btree_gist;

create schema app;
comment on schema app is 'Functions and procedures of the application; holds no table.';

grant usage on schema app to puesto_app, puesto_job;
grant usage on schema public to puesto_app, puesto_job;

create function app.set_account(account uuid) returns void
  language plpgsql
as $$
begin
  execute format('set local puesto.account_id = %L', account);
end
$$;
comment on function app.set_account(uuid) is
  'Sets the account whose rows puesto_app may see until the transaction ends. "set local" reaches every node of a cluster; set_config would not.';
grant execute on function app.set_account(uuid) to puesto_app, puesto_job;

create procedure app.guard_account_table(table_name text, app_grants text, description text)
  language plpgsql
as $$
begin
  execute format('comment on table %I is %L', table_name, 'account: ' || description);
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format(
    'create policy %I on %I to puesto_app using (account_id = nullif(current_setting(''puesto.account_id'', true), '''')::uuid)',
    table_name || '_of_set_account', table_name);
  execute format('create policy %I on %I to puesto_owner using (true)', table_name || '_for_migrations', table_name);
  execute format('create policy %I on %I to puesto_job using (true)', table_name || '_for_jobs', table_name);
  execute format('grant %s on %I to puesto_app', app_grants, table_name);
  execute format('grant %s on %I to puesto_job', app_grants, table_name);
end
$$;
comment on procedure app.guard_account_table(text, text, text) is
  'Makes a table an account''s table: its comment says so, row-level security is forced, each role gets its policy and the grants named.';
revoke execute on procedure app.guard_account_table(text, text, text) from public;

create procedure app.describe_table(table_name text, kind text, app_grants text, job_grants text, description text)
  language plpgsql
as $$
begin
  execute format('comment on table %I is %L', table_name, kind || ': ' || description);
  if app_grants <> '' then
    execute format('grant %s on %I to puesto_app', app_grants, table_name);
  end if;
  if job_grants <> '' then
    execute format('grant %s on %I to puesto_job', job_grants, table_name);
  end if;
end
$$;
comment on procedure app.describe_table(text, text, text, text, text) is
  'Gives a reference, lookup or installation table its comment and its grants.';
revoke execute on procedure app.describe_table(text, text, text, text, text) from public;
