package dev.puesto.ledger;

import static dev.puesto.jooq.Tables.LEDGER_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.puesto.PuestoTest;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PaymentId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.ledger.LedgerEntry.Cause;
import dev.puesto.subscription.TestOrders;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class LedgerTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    AccountDb db;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestOrders orders;

    AccountId account;
    OrderId order;

    @BeforeEach
    void anAccountWithAnOrder() {
        account = accounts.open();
        order = orders.pending(account);
    }

    @Test
    void keepsTheBalancesThatItsEntriesMake() {
        post(NOON, new Postings().goodwill(500).creditToBalance(Cause.of(order), 1000));
        post(NOON.plusSeconds(60), new Postings().hold(Cause.of(order), new Funds(500, 200)));
        assertThat(balance()).isEqualTo(new Balance(CurrencyUnit.EUR, 800, 0, 200, 500));
        post(NOON.plusSeconds(120), new Postings().heldPays(Cause.of(order), new Funds(500, 100)));
        post(NOON.plusSeconds(180), new Postings().holdReturns(Cause.of(order), new Funds(0, 100)));
        assertThat(balance()).isEqualTo(new Balance(CurrencyUnit.EUR, 900, 0, 0, 0));
    }

    @Test
    void knowsTheBalancesOfAnyInstant() {
        post(NOON, new Postings().goodwill(500));
        post(NOON.plusSeconds(60), new Postings().balancePays(Cause.of(order), new Funds(300, 0)));
        assertThat(balanceAt(NOON.minusSeconds(1))).isEqualTo(Balance.none(CurrencyUnit.EUR));
        assertThat(balanceAt(NOON).goodwillMinor()).isEqualTo(500);
        assertThat(balanceAt(NOON.plusSeconds(60)).goodwillMinor()).isEqualTo(200);
    }

    @Test
    void tellsWhatAnOrderStillHolds() {
        post(NOON, new Postings().goodwill(500).creditToBalance(Cause.of(order), 1000));
        post(NOON, new Postings().hold(Cause.of(order), new Funds(500, 400)));
        post(NOON, new Postings().heldPays(Cause.of(order), new Funds(500, 100)));
        assertThat(held(order)).isEqualTo(new Funds(0, 300));
        assertThat(held(new OrderId(UUID.randomUUID()))).isEqualTo(Funds.NONE);
    }

    @Test
    void refusesABalanceBelowZeroAndWritesNothing() {
        post(NOON, new Postings().goodwill(100));
        assertThatThrownBy(() -> post(NOON, new Postings().balancePays(Cause.of(order), new Funds(101, 0))))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("account_balance_is_never_below_zero");
        assertThat(balance().goodwillMinor()).isEqualTo(100);
        assertThat(entries()).isOne();
    }

    @Test
    void refusesToPostForAnAccountWithoutBalances() {
        var unopened = new AccountId(UUID.randomUUID());
        assertThatThrownBy(() -> db.transact(unopened, tx -> {
                    tx.together(Ledger.post(
                            unopened,
                            CurrencyUnit.EUR,
                            NOON,
                            new Postings().goodwill(1).entries()));
                    return null;
                }))
                .hasMessageContaining("ledger_entry_changes_a_kept_balance");
    }

    @Test
    void cannotChangeOrDeleteAnEntry() {
        post(NOON, new Postings().goodwill(100));
        assertThatThrownBy(() -> db.one(
                        account,
                        sql -> sql.update(LEDGER_ENTRY)
                                .set(LEDGER_ENTRY.AMOUNT_MINOR, 1L)
                                .where(LEDGER_ENTRY.ACCOUNT_ID.eq(account))
                                .execute()))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> db.one(
                        account,
                        sql -> sql.deleteFrom(LEDGER_ENTRY)
                                .where(LEDGER_ENTRY.ACCOUNT_ID.eq(account))
                                .execute()))
                .hasMessageContaining("permission denied");
    }

    @Test
    void showsNothingOfAnotherAccount() {
        post(NOON, new Postings().goodwill(100));
        AccountId other = accounts.open();
        assertThat(db.<Integer>one(other, sql -> sql.fetchCount(LEDGER_ENTRY, LEDGER_ENTRY.ACCOUNT_ID.eq(account))))
                .isZero();
        assertThatThrownBy(() -> db.transact(other, tx -> {
                    tx.together(Ledger.post(
                            account,
                            CurrencyUnit.EUR,
                            NOON,
                            new Postings().goodwill(1).entries()));
                    return null;
                }))
                .hasMessageContaining("row-level security");
    }

    @Test
    void keptBalancesEqualTheSumOfTheirEntriesWhateverIsPosted() {
        var random = new Random(7);
        for (int i = 0; i < 60; i++) {
            var balance = balance();
            var free = new Funds(below(random, balance.goodwillMinor()), below(random, balance.creditMinor()));
            var held = new Funds(below(random, balance.heldGoodwillMinor()), below(random, balance.heldCreditMinor()));
            var cause = Cause.of(order);
            post(
                    NOON.plusSeconds(i),
                    switch (random.nextInt(6)) {
                        case 0 -> new Postings().goodwill(1 + random.nextInt(1000));
                        case 1 -> new Postings().creditToBalance(cause, 1 + random.nextInt(1000));
                        case 2 -> new Postings().hold(cause, free);
                        case 3 -> new Postings().holdReturns(cause, held);
                        case 4 -> new Postings().heldPays(cause, held);
                        default -> new Postings().balancePays(cause, free);
                    });
        }
        assertThat(balance()).isEqualTo(balanceAt(NOON.plusSeconds(60)));
        assertThat(entries()).isGreaterThan(20);
    }

    @Test
    void anEntryNamesItsPaymentOnlyIfThereIsOne() {
        var cause = Cause.of(order).with(new PaymentId(UUID.randomUUID()));
        assertThatThrownBy(() -> post(NOON, new Postings().payment(cause, 1)))
                .hasMessageContaining("ledger_entry_is_caused_by_payment");
    }

    private static long below(Random random, long bound) {
        return bound == 0 ? 0 : random.nextLong(bound + 1);
    }

    private void post(Instant at, Postings postings) {
        db.transact(account, tx -> {
            tx.together(Ledger.post(account, CurrencyUnit.EUR, at, postings.entries()));
            return null;
        });
    }

    private Balance balance() {
        return db.one(account, sql -> Ledger.readBalance(sql.fetchSingle(Ledger.balance(account))));
    }

    private Balance balanceAt(Instant at) {
        return db.one(account, sql -> Ledger.balanceAt(sql, account, CurrencyUnit.EUR, at));
    }

    private Funds held(OrderId holder) {
        return db.one(account, sql -> Ledger.readHeld(sql.fetchSingle(Ledger.heldBy(account, holder))));
    }

    private int entries() {
        return db.one(account, sql -> sql.fetchCount(LEDGER_ENTRY, LEDGER_ENTRY.ACCOUNT_ID.eq(account)));
    }
}
