-- Spreads the schema over a Citus cluster, by the kind that each table's comment says. Once the application has migrated the
-- database, and after each later migration that brings a table, as a superuser on the coordinator:
--
--   psql -v ON_ERROR_STOP=1 -1 -f db/citus.sql <database>
--
-- account:              sharded by account_id, all alike, so that an account lives on one worker
-- reference:            a copy on every node
-- lookup, installation: on the coordinator, known to Citus, so that a transaction that writes them and an account's tables
--                       commits on both sides or on neither; the few whose row a function takes stay plain tables, since
--                       Citus puts another table in their place: they are written on their own
--
-- What is spread already is left alone: it can be run as often as one likes.

do $$
declare
  spread record;
  key record;
begin
  set local client_min_messages = warning;
  set local citus.multi_shard_modify_mode = 'sequential';

  create temporary table kind_of_table on commit drop as
    select c.relname as name, substring(obj_description(c.oid, 'pg_class') from '^(account|reference|lookup|installation): ') as kind,
      exists (select from pg_dist_partition p where p.logicalrelid = c.oid) as is_spread,
      exists (select from pg_proc p where c.reltype = p.prorettype or c.reltype = any (p.proargtypes)) as has_row_in_function
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r';

  -- foreign keys run in rings, so that no order of the tables would do: they are taken off and put back
  create temporary table key_to_put_back on commit drop as
    select t.name, k.conname, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join kind_of_table t on to_regclass(format('%I', t.name)) = k.conrelid
    where k.contype = 'f' and not t.is_spread;

  for key in select * from key_to_put_back loop
    execute format('alter table %I drop constraint %I', key.name, key.conname);
  end loop;

  for spread in select * from kind_of_table where not is_spread order by kind = 'account', name <> 'account', name loop
    case spread.kind
      when 'reference' then
        perform create_reference_table(format('%I', spread.name)::regclass);
      when 'account' then
        perform create_distributed_table(format('%I', spread.name)::regclass, 'account_id', 'hash', case spread.name when 'account' then 'none' else 'account' end);
      when 'lookup', 'installation' then
        if not spread.has_row_in_function then
          perform citus_add_local_table_to_metadata(format('%I', spread.name)::regclass);
        end if;
      else
        null;
    end case;
  end loop;

  for key in select * from key_to_put_back loop
    execute format('alter table %I add constraint %I %s', key.name, key.conname, key.definition);
  end loop;
end
$$;

-- the account that a transaction sets must reach the workers; any other setting stays on the coordinator
do $$
begin
  execute format('alter database %I set citus.propagate_set_commands = ''local''', current_database());
end
$$;

select citus_table_type, count(*) as tables from citus_tables group by citus_table_type order by citus_table_type;
