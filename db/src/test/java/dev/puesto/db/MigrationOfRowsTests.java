package dev.puesto.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Migrations on a database that holds rows already. */
class MigrationOfRowsTests {

    private final EmbeddedPostgres postgres = EmbeddedPostgres.throwaway(Path.of("target", "postgresql"));

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void namesOfBeforeAreKeptAndStandWithoutTheirAccents() throws SQLException {
        Migrations.migrate(postgres, "0102");
        try (Connection connection = postgres.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into account (name, kind, customer_type, status, currency, country, time_zone, locale, address_line_1, postal_code,
                      city, billing_email, collection, payment_term_days, sandbox, active_users, deactivated_users, last_order_number, version, created_at)
                    values ('Ágora', 'SELF_SERVICE', 'BUSINESS', 'ACTIVE', 'EUR', 'ES', 'Europe/Madrid', 'es', 'Calle Mayor 1', '28013',
                      'Madrid', 'billing@example.com', 'CHARGE', 0, false, 4, 0, 0, 1, now())
                    """);
            statement.execute("""
                    insert into account_user (account_id, name, email, status, invited_at, version)
                    select account_id, given.name, 'user' || position || '@example.com', 'ACTIVE', now(), 1
                    from account, unnest(array['Zoe', 'Ángel', 'Sofía', 'Íñigo']) with ordinality given (name, position)
                    """);
            assertThat(strings(statement, "select name from account_user order by name_key"))
                    .containsExactly("Sofía", "Zoe", "Ángel", "Íñigo");
            Migrations.migrate(postgres);
            assertThat(strings(statement, "select name from account_user order by name_key"))
                    .containsExactly("Ángel", "Íñigo", "Sofía", "Zoe");
            assertThat(strings(statement, "select name_key from account")).containsExactly("agora");
        }
    }

    private static List<String> strings(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
