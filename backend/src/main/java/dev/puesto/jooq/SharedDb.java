package dev.puesto.jooq;

import org.jooq.DSLContext;

/**
 * Reference and lookup tables, read as {@code puesto_app} before any account is known: catalog, tax rates, people, API
 * clients. Row-level security shows no row of an account's table here.
 */
public final class SharedDb {

    private final DSLContext sql;

    SharedDb(DSLContext sql) {
        this.sql = sql;
    }

    /** Where single statements are made and executed, each in a transaction of its own. */
    public DSLContext sql() {
        return sql;
    }
}
