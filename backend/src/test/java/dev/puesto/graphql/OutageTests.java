package dev.puesto.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@PuestoTest
class OutageTests {
    @Autowired
    private TestApi api;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private HikariDataSource pool;

    @Autowired
    @Qualifier("shared")
    private HikariDataSource shared;

    @Test
    void everyRequestEndsInSecondsWithACodeToSendItAgainWhileThePoolsAreExhausted() throws SQLException {
        AccountId account = accounts.open();
        TestApi.Client client = api.client().on(account);
        client.token();
        List<Connection> all = new ArrayList<>();
        try {
            for (HikariDataSource exhausted : List.of(pool, shared)) {
                for (int i = 0; i < exhausted.getMaximumPoolSize(); i++) {
                    all.add(exhausted.getConnection());
                }
            }
            Instant start = Instant.now();
            TestApi.Answer answer = client.inSpanish()
                    .post(
                            "query($id: ID!) { account(id: $id) { name } }",
                            Map.of("id", GlobalId.of(account).toString()));
            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.errorCodes()).containsExactly("UNAVAILABLE");
            assertThat(answer.text("errors.0.message")).startsWith("Puesto no puede responder ahora mismo");
            assertThat(api.requestToken(
                                    client.issued().clientId(), client.issued().secret())
                            .status())
                    .isEqualTo(503);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        assertThat(client.post("{ viewer { name } }").status()).isEqualTo(200);
    }
}
