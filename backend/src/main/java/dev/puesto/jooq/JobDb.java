package dev.puesto.jooq;

import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * The way across accounts, as the login {@code puesto_job}: for recurring jobs, for lists of the accounts that a viewer
 * was granted, and for what the installation keeps. A statement that a viewer asked for joins the viewer's grants itself.
 * Each feature keeps its use of this class in one file, which {@code ModularityTests} lists; the demo writes to every table.
 */
public final class JobDb {

    private final DSLContext sql;

    JobDb(DSLContext sql) {
        this.sql = sql;
    }

    /** Where single statements are made and executed, each in a transaction of its own. */
    public DSLContext sql() {
        return sql;
    }

    /** Runs several statements in one transaction; rolls back when {@code work} throws. */
    public <T> T transact(Function<DSLContext, T> work) {
        return sql.transactionResult(configuration -> work.apply(configuration.dsl()));
    }
}
