package dev.puesto.jooq;

import dev.puesto.id.AccountId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;

/**
 * The only way to an account's tables. Row-level security shows nothing until the account is set, and each method here
 * sets it for exactly one transaction.
 *
 * <p>Locks: what changes anything of an account locks its row first, then no two writers of one account ever wait for
 * each other in a ring. A deadlock or a failed serialization is tried again, at most {@value #ATTEMPTS} times in all.
 */
public final class AccountDb {

    private static final int ATTEMPTS = 3;
    private static final Set<String> PASSING_STATES = Set.of("40001", "40P01");

    private final DataSource dataSource;
    private final Configuration configuration;

    AccountDb(DataSource dataSource, Configuration configuration) {
        this.dataSource = dataSource;
        this.configuration = configuration;
    }

    /** The settings that every statement of the application is rendered with. */
    static Configuration configuration() {
        Configuration configuration = new DefaultConfiguration().set(SQLDialect.POSTGRES);
        configuration
                .settings()
                .withRenderSchema(false)
                .withExecuteLogging(false)
                .withFetchWarnings(false)
                .withReturnAllOnUpdatableRecord(false)
                // else every instant goes and comes as text, a tenth of what reading a list costs
                .withBindOffsetDateTimeType(true);
        return configuration;
    }

    /**
     * Runs exactly one statement in a transaction of its own, in one round trip.
     *
     * @param account whose rows the statement may see
     * @param statement makes and executes one statement; a second one in here is refused
     * @return what {@code statement} returned
     */
    public <T> T one(AccountId account, Function<DSLContext, T> statement) {
        return withConnection(connection -> {
            var framed = new OneTripConnection(connection, account.value(), OneTripConnection.Frame.WHOLE_TRANSACTION);
            try {
                return statement.apply(context(framed));
            } catch (RuntimeException | Error e) {
                rollBackByStatement(connection);
                throw e;
            }
        });
    }

    /**
     * Runs several statements in one transaction; the account is set in the first one's round trip. Commits when {@code
     * work} returns (unless {@link AccountTransaction#finish} did already), rolls back when it throws.
     *
     * @param account whose rows the statements may see
     * @param work has no effect but on the database, since it may run again after a deadlock
     * @return what {@code work} returned
     */
    public <T> T transact(AccountId account, Function<AccountTransaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return withConnection(connection -> transactOnce(connection, account, work));
            } catch (DataAccessException e) {
                if (attempt == ATTEMPTS || !PASSING_STATES.contains(e.sqlState())) {
                    throw e;
                }
            }
        }
    }

    private <T> T transactOnce(Connection connection, AccountId account, Function<AccountTransaction, T> work)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            var framed = new OneTripConnection(connection, account.value(), OneTripConnection.Frame.FIRST_OF_SEVERAL);
            T result = work.apply(new AccountTransaction(account, context(framed), framed));
            connection.commit();
            return result;
        } catch (RuntimeException | SQLException | Error e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private DSLContext context(Connection connection) {
        return DSL.using(configuration.derive(new DefaultConnectionProvider(connection)));
    }

    private <T> T withConnection(ConnectionWork<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.apply(connection);
        } catch (SQLException e) {
            throw new DataAccessException("The database refused a connection or a transaction's end", e);
        }
    }

    private static void rollBackByStatement(Connection connection) throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        try (Statement rollback = connection.createStatement()) {
            rollback.execute("rollback");
        }
    }

    private interface ConnectionWork<T> {
        T apply(Connection connection) throws SQLException;
    }
}
