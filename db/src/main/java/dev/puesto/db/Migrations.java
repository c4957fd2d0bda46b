package dev.puesto.db;

import org.flywaydb.core.Flyway;

/** Brings a database to today's schema. */
public final class Migrations {

    private Migrations() {}

    /** Runs the migrations of {@code db/migration} that the database has not seen, as {@value DatabaseLogins#OWNER}. */
    public static void migrate(EmbeddedPostgres postgres) {
        migrate(postgres, "latest");
    }

    /** Runs those up to that version, so that a test can put rows where a later one finds them. */
    static void migrate(EmbeddedPostgres postgres, String target) {
        Flyway.configure()
                .dataSource(
                        postgres.url(), DatabaseLogins.OWNER, postgres.logins().owner())
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }
}
