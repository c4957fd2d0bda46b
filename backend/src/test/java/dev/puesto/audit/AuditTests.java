package dev.puesto.audit;

import static dev.puesto.jooq.Tables.AUDIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.puesto.PuestoTest;
import dev.puesto.access.Viewer;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.AccountDb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class AuditTests {

    private record Seats(long assigned) {}

    private static final Viewer JOB = new Viewer.System("test");
    private static final Instant AT = Instant.parse("2030-01-01T00:00:00Z");

    @Autowired
    TestAccounts accounts;

    @Autowired
    AccountDb db;

    AccountId account;

    @BeforeEach
    void twoChanges() {
        account = accounts.open();
        SubscriptionId subscription = new SubscriptionId(UUID.randomUUID());
        List<Change> changes = List.of(
                new Change("SEATS_ASSIGNED", "Subscription", subscription, new Seats(1), new Seats(2)),
                new Change("SUBSCRIPTION_OPENED", "Subscription", subscription, null, Map.of("seats", 5)));
        db.one(account, sql -> sql.execute(Audit.append(JOB, account, AT, changes)));
    }

    @Test
    void keepsWhoDidWhatBeforeAndAfter() {
        var rows = db.one(
                account,
                sql -> sql.selectFrom(AUDIT)
                        .where(AUDIT.ACCOUNT_ID.eq(account))
                        .orderBy(AUDIT.ACTION)
                        .fetch());
        assertThat(rows.getValues(AUDIT.ACTOR)).containsOnly("system");
        assertThat(rows.getValues(AUDIT.BEFORE)).containsExactly(JSONB.valueOf("{\"assigned\": 1}"), null);
        assertThat(rows.getValues(AUDIT.AFTER))
                .containsExactly(JSONB.valueOf("{\"assigned\": 2}"), JSONB.valueOf("{\"seats\": 5}"));
    }

    @Test
    void theApplicationCanNeitherChangeNorDeleteIt() {
        assertThatThrownBy(() -> db.one(
                        account, sql -> sql.update(AUDIT).set(AUDIT.ACTION, "X").execute()))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> db.one(account, sql -> sql.deleteFrom(AUDIT).execute()))
                .hasMessageContaining("permission denied");
    }
}
