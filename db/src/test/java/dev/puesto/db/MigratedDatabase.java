package dev.puesto.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One migrated PostgreSQL for all tests of this module, stopped when the JVM ends. */
final class MigratedDatabase {

    static final EmbeddedPostgres POSTGRES = start();

    private MigratedDatabase() {}

    /** The first column of each row, asked as the superuser. */
    static List<String> strings(String query) throws SQLException {
        try (Connection connection = POSTGRES.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static EmbeddedPostgres start() {
        EmbeddedPostgres postgres = EmbeddedPostgres.throwaway(Path.of("target", "postgresql"));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        Migrations.migrate(postgres);
        return postgres;
    }
}
