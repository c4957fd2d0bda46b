-- What the installation keeps for itself.

create table installation_secret (
  name text not null,
  id text not null,
  secret bytea not null,
  public_part jsonb,
  created_at timestamptz not null,
  signs_from timestamptz not null,
  retired_at timestamptz,
  constraint installation_secret_key primary key (name, id),
  constraint installation_secret_name_is_known check (name in ('seat-quote', 'token-signing', 'cursor'))
);
call app.describe_table('installation_secret', 'installation', 'select', 'select, insert, update, delete',
  'keys that sign seat quotes and tokens, encrypted by the installation''s own key; two of a name are valid at a time');
comment on column installation_secret.secret is 'Encrypted; its key is in PUESTO_HOME or the environment.';
comment on column installation_secret.public_part is 'Public JWK of a key pair.';

create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  state text,
  constraint scheduled_tasks_key primary key (task_name, task_instance)
);
create index scheduled_tasks_by_execution_time on scheduled_tasks (execution_time);
comment on index scheduled_tasks_by_execution_time is 'What is due; db-scheduler''s own statement.';
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
comment on index scheduled_tasks_by_heartbeat is 'Dead executions; db-scheduler''s own statement.';
call app.describe_table('scheduled_tasks', 'installation', '', 'select, insert, update, delete', 'db-scheduler''s recurring jobs');
