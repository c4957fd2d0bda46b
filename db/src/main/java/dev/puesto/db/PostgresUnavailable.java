package dev.puesto.db;

import java.io.Serial;

/** The embedded PostgreSQL cannot run here: one sentence that says why, and one that says what to do. */
public final class PostgresUnavailable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String ANOTHER_DATABASE =
            "set spring.datasource.url to a PostgreSQL 18 of your own, prepared by db/roles.sql.";

    private final String remedy;

    PostgresUnavailable(String reason) {
        this(reason, "See to the cause, or " + ANOTHER_DATABASE, null);
    }

    PostgresUnavailable(String reason, Throwable cause) {
        this(reason + ": " + cause.getMessage(), "See to the cause, or " + ANOTHER_DATABASE, cause);
    }

    private PostgresUnavailable(String reason, String remedy, Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    static PostgresUnavailable onThisPlatform(String platform) {
        return new PostgresUnavailable(
                "There is no embedded PostgreSQL for this machine (" + platform + ").",
                "To run here, " + ANOTHER_DATABASE,
                null);
    }

    static PostgresUnavailable asRoot() {
        return new PostgresUnavailable(
                "PostgreSQL refuses to run as root, and this machine allows root no user namespace to run it in.",
                "Start Puesto as another user, or " + ANOTHER_DATABASE,
                null);
    }

    /** What an operator can do about it. */
    public String remedy() {
        return remedy;
    }
}
