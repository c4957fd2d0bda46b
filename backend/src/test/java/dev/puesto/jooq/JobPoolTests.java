package dev.puesto.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.puesto.PuestoTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@PuestoTest
@Isolated("takes every connection of the jobs")
class JobPoolTests {

    @Autowired
    @Qualifier("job")
    HikariDataSource pool;

    @Autowired
    JobDb db;

    @Test
    void aJobWaitsTwoSecondsForAConnectionAndThenGivesUp() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                all.add(pool.getConnection());
            }
            Instant start = Instant.now();
            assertThatThrownBy(() -> db.sql().selectOne().fetch())
                    .rootCause()
                    .isInstanceOf(SQLTransientConnectionException.class);
            assertThat(Duration.between(start, Instant.now()))
                    .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(4));
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        assertThat(db.sql().selectOne().fetchSingle().value1()).isOne();
    }

    @Test
    void itsStatementsEndWellAboveThoseOfRequestsAndBelowTheSocketsOwnEnd() throws SQLException {
        assertThat(setting("statement_timeout")).isEqualTo("110s");
        assertThat(setting("lock_timeout")).isEqualTo("3s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("1min");
        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(120_000);
        }
    }

    @Test
    void readsASmallTableByItsIndexToo() {
        String plan = db.sql()
                .fetch("explain select * from sandbox_charge where payment_id = '01a20a59-65f0-7ddb-81fa-e71a101b2ba4'")
                .format();
        assertThat(plan).contains("Index").doesNotContain("Seq Scan");
    }

    @Test
    void aStatementIsCanceledWhenItsTimeIsOver() {
        assertThatThrownBy(() -> db.transact(sql -> {
                    sql.execute("set local statement_timeout = '200ms'");
                    return sql.fetch("select pg_sleep(30)");
                }))
                .isInstanceOfSatisfying(
                        DataAccessException.class, e -> assertThat(e.sqlState()).isEqualTo("57014"));
        assertThat(setting("statement_timeout")).isEqualTo("110s");
    }

    private String setting(String name) {
        return db.sql().fetchSingle("show " + name).get(0, String.class);
    }
}
