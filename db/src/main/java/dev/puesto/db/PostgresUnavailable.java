package dev.puesto.db;

import java.io.Serial;

/** The embedded PostgreSQL cannot run here; the message says why and what to do, in one sentence for the operator. */
public final class PostgresUnavailable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    PostgresUnavailable(String message) {
        super(message);
    }

    PostgresUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
