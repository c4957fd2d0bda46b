package dev.puesto.jooq;

import dev.puesto.TestDatabase;
import dev.puesto.db.DatabaseLogins;
import dev.puesto.id.AccountId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How a statement is answered whatever the tests before have left: for the time of the question the tables count as never
 * counted, by which PostgreSQL takes them for some hundred rows, and half of them as the account's. Of fewer rows all
 * indexes that begin with the account cost the same.
 */
public final class TestPlans {
    private static final String NEVER_COUNTED = """
            select pg_restore_relation_stats('schemaname', 'public', 'relname', relname::text, 'relpages', 0, 'reltuples', -1::real)
              from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'""";
    private static final String OF_TWO_ACCOUNTS = """
            select pg_restore_attribute_stats('schemaname', 'public', 'relname', table_name::text, 'attname', 'account_id',
                'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 2::real)
              from information_schema.columns where table_schema = 'public' and column_name = 'account_id'""";

    private TestPlans() {}

    /** The plan as puesto_app sees it with the account set: only leakproof operators reach an index there. */
    public static String of(AccountId account, String settings, String statement) throws SQLException {
        try (Connection connection = TestDatabase.postgres().connectAsSuperuser();
                Statement session = connection.createStatement()) {
            connection.setAutoCommit(false);
            session.execute(NEVER_COUNTED);
            session.execute(OF_TWO_ACCOUNTS);
            session.execute("set local role " + DatabaseLogins.APP);
            session.execute("select app.set_account('" + account.value() + "')");
            session.execute("set local enable_seqscan = off; " + settings);
            StringBuilder plan = new StringBuilder();
            try (var rows = session.executeQuery("explain " + statement)) {
                while (rows.next()) {
                    plan.append(rows.getString(1).replace("One-Time Filter", "Guard"))
                            .append('\n');
                }
            }
            connection.rollback();
            return plan.toString();
        }
    }
}
