package dev.puesto.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.id.AccountId;
import dev.puesto.id.ApiClientId;
import dev.puesto.jooq.AccountDb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class AccountsTests {

    @Autowired
    TestAccounts testAccounts;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountDb db;

    AccountId account;
    Viewer client;

    @BeforeEach
    void aClientWithAGrantToRead() {
        account = testAccounts.open();
        ApiClientId id = new ApiClientId(UUID.randomUUID());
        testAccounts.grant(account, id, Scope.ACCOUNTS_READ);
        client = new Viewer.ApiClient(id, "erp", Set.of(Scope.values()), Set.of(Scope.ACCOUNTS_READ));
    }

    @Test
    void findsAnAccountThatTheViewerWasGranted() {
        assertThat(accounts.find(client, account))
                .get()
                .extracting(Account::accountId)
                .isEqualTo(account);
    }

    @Test
    void findsNothingWithoutAGrant() {
        AccountId other = testAccounts.open();
        assertThat(accounts.find(client, other)).isEmpty();
        assertThat(accounts.find(client, new AccountId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void locksNothingForAScopeThatTheGrantLacks() {
        Viewer writing = client.using(Set.of(Scope.ACCOUNTS_WRITE));
        assertThat(db.<Optional<LockedAccount>>transact(account, transaction -> accounts.lock(transaction, writing)))
                .isEmpty();
    }

    @Test
    void bringsTheAccountsOwnClock() {
        Instant at = Instant.parse("2031-05-01T10:00:00Z");
        testAccounts.setClock(account, at);
        LockedAccount locked = db.transact(
                account, transaction -> accounts.lock(transaction, client).orElseThrow());
        assertThat(locked.now()).isEqualTo(at);
    }

    @Test
    void bringsTheRealClockWithoutATestClock() {
        Instant before = Instant.now().minus(Duration.ofSeconds(1));
        LockedAccount locked = db.transact(
                account, transaction -> accounts.lock(transaction, client).orElseThrow());
        assertThat(locked.now()).isBetween(before, Instant.now().plusSeconds(1));
    }

    @Test
    void aSecondLockWaitsForTheFirstTransactionsEnd() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = threads.submit(() -> db.transact(account, transaction -> {
                boolean got = accounts.lock(transaction, client).isPresent();
                locked.countDown();
                await(release);
                return got;
            }));
            await(locked);
            Future<Boolean> second = threads.submit(() -> db.transact(
                    account, transaction -> accounts.lock(transaction, client).isPresent()));
            assertThat(List.of(first.isDone(), second.isDone())).containsExactly(false, false);
            release.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
