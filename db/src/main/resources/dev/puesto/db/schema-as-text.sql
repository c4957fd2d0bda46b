-- One row per statement of the schema, in a fixed order: functions, then tables by name, each with all that is its own.
with object as (
  select c.oid, c.relname::text as name, c.relrowsecurity, c.relforcerowsecurity, c.relacl, c.relowner
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
),
routine as (
  select p.oid, n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as signature,
    case p.prokind when 'p' then 'procedure' else 'function' end as kind, p.proacl, p.proowner
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname in ('app', 'public')
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
),
part (section, name, step, item, statement) as (
  select 0, '', 0, extname::text, 'create extension ' || extname || ';' from pg_extension where extname <> 'plpgsql'
  union all
  select 1, signature, 0, '', E'\n' || rtrim(pg_get_functiondef(oid), E'\n') || ';' from routine
  union all
  select 1, signature, 1, '', 'alter ' || kind || ' ' || signature || ' owner to ' || pg_get_userbyid(proowner) || ';'
  from routine
  union all
  select 1, signature, 2, grantee, 'grant execute on ' || kind || ' ' || signature || ' to ' || grantee || ';'
  from routine r,
    lateral (select case when acl.grantee = 0 then 'public' else pg_get_userbyid(acl.grantee)::text end as grantee
             from aclexplode(coalesce(r.proacl, acldefault('f', r.proowner))) acl where acl.grantee <> r.proowner) granted
  union all
  select 1, signature, 3, '', 'comment on ' || kind || ' ' || signature || ' is ' || quote_literal(obj_description(oid, 'pg_proc')) || ';'
  from routine where obj_description(oid, 'pg_proc') is not null
  union all
  select 2, o.name, 0, '', E'\ncreate table ' || o.name || E' (\n' || (
    select string_agg(
      '  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attcollation <> t.typcollation then ' collate ' || quote_ident(l.collname) else '' end
        || case when a.attnotnull then ' not null' else '' end
        || case when a.attidentity <> '' then ' generated always as identity' else '' end
        || case
             when d.adbin is null then ''
             when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
             when a.attgenerated = 'v' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') virtual'
             else ' default ' || pg_get_expr(d.adbin, d.adrelid)
           end,
      E',\n' order by a.attnum)
    from pg_attribute a
      join pg_type t on t.oid = a.atttypid
      left join pg_collation l on l.oid = a.attcollation
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
  ) || E'\n);'
  from object o
  union all
  select 2, o.name, 1, '', 'comment on table ' || o.name || ' is ' || quote_literal(obj_description(o.oid, 'pg_class')) || ';'
  from object o where obj_description(o.oid, 'pg_class') is not null
  union all
  select 2, o.name, 2, to_char(a.attnum, '0000'),
    'comment on column ' || o.name || '.' || quote_ident(a.attname) || ' is ' || quote_literal(col_description(o.oid, a.attnum)) || ';'
  from object o join pg_attribute a on a.attrelid = o.oid and a.attnum > 0
  where col_description(o.oid, a.attnum) is not null
  union all
  select 2, o.name, 3, translate(k.contype::text, 'pufxc', '01234') || k.conname,
    'alter table ' || o.name || ' add constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) || ';'
  from object o join pg_constraint k on k.conrelid = o.oid and k.contype in ('p', 'u', 'f', 'x', 'c')
  union all
  select 2, o.name, 4, c.relname::text, pg_get_indexdef(i.indexrelid) || ';'
  from object o join pg_index i on i.indrelid = o.oid join pg_class c on c.oid = i.indexrelid
  where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  union all
  select 2, o.name, 5, c.relname::text,
    'comment on index ' || c.relname || ' is ' || quote_literal(obj_description(c.oid, 'pg_class')) || ';'
  from object o join pg_index i on i.indrelid = o.oid join pg_class c on c.oid = i.indexrelid
  where obj_description(c.oid, 'pg_class') is not null
  union all
  select 2, o.name, 6, t.tgname::text, pg_get_triggerdef(t.oid) || ';'
  from object o join pg_trigger t on t.tgrelid = o.oid and not t.tgisinternal
  union all
  select 2, o.name, 7, '', 'alter table ' || o.name || ' enable row level security;' from object o where o.relrowsecurity
  union all
  select 2, o.name, 8, '', 'alter table ' || o.name || ' force row level security;' from object o where o.relforcerowsecurity
  union all
  select 2, o.name, 9, p.policyname::text,
    'create policy ' || p.policyname || ' on ' || o.name || ' for ' || lower(p.cmd) || ' to ' || array_to_string(p.roles, ', ')
      || coalesce(' using (' || p.qual || ')', '') || coalesce(' with check (' || p.with_check || ')', '') || ';'
  from object o join pg_policies p on p.schemaname = 'public' and p.tablename = o.name
  union all
  select 2, o.name, 10, granted.grantee,
    'grant ' || granted.privileges || ' on ' || o.name || ' to ' || granted.grantee || ';'
  from object o,
    lateral (select pg_get_userbyid(acl.grantee)::text as grantee,
               string_agg(lower(acl.privilege_type), ', ' order by acl.privilege_type) as privileges
             from aclexplode(o.relacl) acl where acl.grantee <> o.relowner group by acl.grantee) granted
  union all
  select 2, o.name, 11, granted.grantee || to_char(granted.attnum, '0000'),
    'grant ' || granted.privileges || ' (' || quote_ident(granted.attname) || ') on ' || o.name || ' to ' || granted.grantee || ';'
  from object o,
    lateral (select pg_get_userbyid(acl.grantee)::text as grantee, a.attnum, a.attname,
               string_agg(lower(acl.privilege_type), ', ' order by acl.privilege_type) as privileges
             from pg_attribute a, aclexplode(a.attacl) acl
             where a.attrelid = o.oid group by acl.grantee, a.attnum, a.attname) granted
)
select statement from part order by section, name collate "C", step, item collate "C", statement collate "C"
