package dev.puesto.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every table, asked of the system catalog: each query returns what breaks its rule. */
class SchemaConventionTests {

    private static final String TABLES = """
            with puesto_table as (
              select c.oid, c.relname::text as name,
                substring(obj_description(c.oid, 'pg_class') from '^(account|reference|lookup|installation): ') as kind
              from pg_class c
              where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
            )
            """;

    static Stream<Named<String>> rules() {
        return Stream.of(
                rule("every table says its kind in its comment", """
                            select name from puesto_table where kind is null
                    """),
                rule("an account's table begins every key of its own with account_id", """
                            select k.conname from puesto_table t join pg_constraint k on k.conrelid = t.oid
                            where t.kind = 'account' and k.contype in ('p', 'u', 'x') and first_column(k.conrelid, k.conkey[1]) <> 'account_id'
                            union all
                            select i.indexrelid::regclass::text from puesto_table t join pg_index i on i.indrelid = t.oid
                            where t.kind = 'account' and i.indisunique and first_column(i.indrelid, i.indkey[0]) <> 'account_id'
                    """),
                rule("a foreign key between accounts' tables begins with account_id on both sides", """
                            select k.conname from pg_constraint k
                              join puesto_table t on t.oid = k.conrelid join puesto_table o on o.oid = k.confrelid
                            where k.contype = 'f' and t.kind = 'account' and o.kind = 'account'
                              and (first_column(k.conrelid, k.conkey[1]) <> 'account_id' or first_column(k.confrelid, k.confkey[1]) <> 'account_id')
                    """),
                rule("a foreign key runs only between accounts' tables, to reference tables, or within a kind", """
                            select k.conname from pg_constraint k
                              join puesto_table t on t.oid = k.conrelid join puesto_table o on o.oid = k.confrelid
                            where k.contype = 'f' and t.kind <> o.kind and not (t.kind = 'account' and o.kind = 'reference')
                    """),
                rule("account_id is a uuid and never null", """
                            select t.name from puesto_table t
                              left join pg_attribute a on a.attrelid = t.oid and a.attname = 'account_id'
                            where t.kind = 'account' and (a.attname is null or a.atttypid <> 'uuid'::regtype or not a.attnotnull)
                    """),
                rule("row-level security is forced on accounts' tables, with a policy for each login", """
                            select t.name from puesto_table t join pg_class c on c.oid = t.oid
                            where t.kind = 'account' and not (c.relrowsecurity and c.relforcerowsecurity
                              and (select array_agg(p.roles::text order by p.roles::text) from pg_policies p where p.tablename = t.name)
                                = array['{puesto_app}', '{puesto_job}', '{puesto_owner}'])
                    """),
                rule("the policy of puesto_app shows the account that was set and no other", """
                            select p.policyname from pg_policies p where p.roles = '{puesto_app}' and p.qual not like
                              '(account_id = (NULLIF(current_setting(''puesto.account_id''::text, true), ''''::text))::uuid)'
                    """),
                rule("every constraint has a name of its own", """
                            select k.conname from puesto_table t join pg_constraint k on k.conrelid = t.oid
                            where k.contype in ('p', 'u', 'f', 'x', 'c') and k.conname ~ '_(pkey|fkey|excl|check)[0-9]*$'
                               or k.contype = 'u' and k.conname ~ '_key[0-9]*$'
                    """),
                rule("every foreign key is indexed, by its columns or by a unique key among them", """
                    select k.conname from puesto_table t join pg_constraint k on k.conrelid = t.oid
                      join puesto_table o on o.oid = k.confrelid
                    where k.contype = 'f' and o.kind <> 'reference' and not exists (
                      select from pg_index i where i.indrelid = k.conrelid and (
                        array(select unnest((i.indkey::int2[])[0:cardinality(k.conkey) - 1]) order by 1) = array(select unnest(k.conkey) order by 1)
                        or i.indisunique and i.indpred is null and i.indkey::int2[] <@ k.conkey))
                    """),
                rule("no key that holds account_id is changed by another", """
                            select k.conname from puesto_table t join pg_constraint k on k.conrelid = t.oid
                            where k.contype = 'f' and (k.confdeltype in ('n', 'd') or k.confupdtype <> 'a')
                    """),
                rule("a name leaves room for the number of a shard behind it", """
                            select k.conname from puesto_table t join pg_constraint k on k.conrelid = t.oid
                            where k.contype <> 'n' and length(k.conname) > 54
                            union all
                            select c.relname from puesto_table t join pg_index i on i.indrelid = t.oid join pg_class c on c.oid = i.indexrelid
                            where length(c.relname) > 54
                            union all
                            select name from puesto_table where length(name) > 54
                    """),
                rule("no trigger runs on a table that has shards or copies", """
                            select g.tgname from puesto_table t join pg_trigger g on g.tgrelid = t.oid
                            where t.kind in ('account', 'reference') and not g.tgisinternal
                    """),
                rule("no function takes the row of a table that an account's transaction writes beside its own", """
                            select p.oid::regprocedure::text from puesto_table t join pg_class c on c.oid = t.oid
                              join pg_proc p on c.reltype = p.prorettype or c.reltype = any (p.proargtypes)
                            where t.kind in ('lookup', 'installation') and has_table_privilege('puesto_app', t.oid, 'INSERT, UPDATE')
                    """),
                rule("no business fact takes its time from the database", """
                            select t.name || '.' || a.attname from puesto_table t join pg_attribute a on a.attrelid = t.oid
                              join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                            where pg_get_expr(d.adbin, d.adrelid) ~* 'now\\(|current_|_timestamp\\(|localtime'
                    """),
                rule("identity is bigint, and ids are uuids of version 7", """
                            select t.name || '.' || a.attname from puesto_table t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0
                              left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                            where a.attidentity <> '' and a.atttypid <> 'bigint'::regtype
                               or pg_get_expr(d.adbin, d.adrelid) ~ 'nextval|gen_random_uuid|uuidv4'
                    """),
                rule("money is bigint in minor units, and says of what", """
                            select t.name || '.' || a.attname from puesto_table t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0
                            where a.attname like '%\\_minor' and (a.atttypid <> 'bigint'::regtype or col_description(t.oid, a.attnum) is null)
                               or a.atttypid in ('money'::regtype, 'real'::regtype, 'double precision'::regtype)
                    """),
                rule("a check keeps every amount below a limit, so that it is exact in the API", """
                            select t.name || '.' || a.attname from puesto_table t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0
                            where a.attname like '%\\_minor' and not exists (
                              select from pg_constraint k where k.conrelid = t.oid and k.contype = 'c' and a.attnum = any (k.conkey)
                                and pg_get_constraintdef(k.oid) ~ '<= ''?[0-9]{9,16}\\M')
                    """),
                rule("columns are of the plain types", """
                            select t.name || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                            from puesto_table t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                            where format_type(a.atttypid, null) not in ('uuid', 'uuid[]', 'text', 'text[]', 'bigint', 'bigint[]', 'integer', 'smallint', 'boolean', 'date',
                              'timestamp with time zone', 'numeric', 'jsonb', 'bytea')
                    """),
                rule("every index that is no constraint's says what it is for", """
                            select c.relname from puesto_table t join pg_index i on i.indrelid = t.oid join pg_class c on c.oid = i.indexrelid
                            where obj_description(c.oid, 'pg_class') is null
                              and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
                    """),
                rule("puesto_app cannot change or delete what is append-only", """
                            select t.name || ' ' || lower(p.privilege) from puesto_table t, (values ('UPDATE'), ('DELETE'), ('TRUNCATE')) p (privilege),
                              (values ('puesto_app'), ('puesto_job')) r (name)
                            where t.name in ('ledger_entry', 'document', 'document_line', 'document_tax', 'audit', 'price', 'price_tier')
                              and has_table_privilege(r.name, t.oid, p.privilege)
                    """),
                rule("no login of the application is above row-level security", """
                            select rolname from pg_roles where rolname like 'puesto\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                            union all
                            select m.roleid::regrole::text from pg_auth_members m
                            where m.member in ('puesto_app'::regrole, 'puesto_job'::regrole)
                    """),
                rule("functions that run with their owner's rights belong to puesto_job", """
                            select p.oid::regprocedure::text from pg_proc p
                            where p.prosecdef and p.pronamespace in ('app'::regnamespace, 'public'::regnamespace) and p.proowner <> 'puesto_job'::regrole
                    """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void isKept(String violations) throws SQLException {
        assertThat(MigratedDatabase.strings(TABLES + columnNames(violations))).isEmpty();
    }

    private static Named<String> rule(String sentence, String violations) {
        return Named.of(sentence, violations);
    }

    /** Writes out what would be a function, so that nothing is added to the schema that is looked at. */
    private static String columnNames(String query) {
        return query.replaceAll(
                "first_column\\((\\S+), (\\S+\\])\\)",
                "(select attname::text from pg_attribute where attrelid = $1 and attnum = $2)");
    }
}
