package dev.puesto.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes today's schema as text, from the system catalog: what {@code db/schema.sql} holds. */
final class SchemaPrinter {

    private static final String HEADER =
            "-- Today's schema, written by SchemaCodegen from the system catalog after the last migration. Do not edit.\n";

    private SchemaPrinter() {}

    /** The schema of a migrated database: the same text for the same schema, whatever order it was made in. */
    static String print(EmbeddedPostgres postgres) throws SQLException {
        var text = new StringBuilder(HEADER);
        try (Connection connection = postgres.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet parts = statement.executeQuery(catalogQuery())) {
            while (parts.next()) {
                text.append(parts.getString("statement")).append('\n');
            }
        }
        return text.toString();
    }

    private static String catalogQuery() {
        try (InputStream query = SchemaPrinter.class.getResourceAsStream("schema-as-text.sql")) {
            return new String(query.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
