package dev.puesto.idempotency;

import static dev.puesto.jooq.Tables.IDEMPOTENCY_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.ApiClientId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.JobDb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class IdempotencyKeysTests {

    private record Input(List<String> users, int seats) {}

    private record Answer(int version, String codes) {}

    private static final Viewer CLIENT = client();

    @Autowired
    TestAccounts accounts;

    @Autowired
    IdempotencyKeys keys;

    @Autowired
    AccountDb db;

    @Autowired
    JobDb jobs;

    AccountId account;
    UUID key;

    @BeforeEach
    void freshKey() {
        account = accounts.open();
        key = UUID.randomUUID();
    }

    @Test
    void aKeyIsUnboundUntilItIsBound() {
        assertThat(find(use(CLIENT, 3))).isEqualTo(new KeyState.Unbound());
    }

    @Test
    void aBoundKeyGivesItsAnswerToAnEqualInput() {
        bind(use(CLIENT, 3));
        assertThat(find(use(CLIENT, 3)))
                .isInstanceOfSatisfying(
                        KeyState.Bound.class,
                        bound -> assertThat(bound.answerAs(Answer.class)).isEqualTo(new Answer(1, "AAA")));
    }

    @Test
    void aBoundKeyRefusesAnotherInputAndAnotherOperation() {
        bind(use(CLIENT, 3));
        assertThat(find(use(CLIENT, 4))).isEqualTo(new KeyState.Reused());
        assertThat(find(KeyUse.of(CLIENT, key, "releaseSeats", new Input(List.of("a"), 3))))
                .isEqualTo(new KeyState.Reused());
    }

    @Test
    void keysOfTwoClientsAndOfTwoAccountsNeverMeet() {
        bind(use(CLIENT, 3));
        assertThat(find(use(client(), 3))).isEqualTo(new KeyState.Unbound());
        account = accounts.open();
        assertThat(find(use(CLIENT, 3))).isEqualTo(new KeyState.Unbound());
    }

    @Test
    void purgesOnlyWhatExpired() {
        bind(use(CLIENT, 3));
        db.one(
                account,
                sql -> sql.execute(keys.bindForEver(
                        account, KeyUse.of(CLIENT, UUID.randomUUID(), "checkout", 1), null, new Answer(1, ""))));
        IdempotencyPurge.purge(jobs, at(Instant.now().plus(Duration.ofDays(29))));
        assertThat(kept()).isEqualTo(2);
        IdempotencyPurge.purge(jobs, at(Instant.now().plus(Duration.ofDays(400))));
        assertThat(kept()).isOne();
    }

    private KeyUse use(Viewer viewer, int seats) {
        return KeyUse.of(viewer, key, "assignSeats", new Input(List.of("a"), seats));
    }

    private KeyState find(KeyUse use) {
        return db.transact(account, transaction -> keys.find(transaction, use));
    }

    private void bind(KeyUse use) {
        db.one(account, sql -> sql.execute(keys.bind(account, use, new Answer(1, "AAA"))));
    }

    private int kept() {
        return jobs.sql().fetchCount(IDEMPOTENCY_KEY, IDEMPOTENCY_KEY.ACCOUNT_ID.eq(account));
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private static Viewer client() {
        return new Viewer.ApiClient(new ApiClientId(UUID.randomUUID()), "erp", Set.of(Scope.values()), Set.of());
    }
}
