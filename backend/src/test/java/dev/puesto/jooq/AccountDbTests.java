package dev.puesto.jooq;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_BALANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;

import dev.puesto.PuestoTest;
import dev.puesto.id.AccountId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class AccountDbTests {

    @Autowired
    AccountDb accountDb;

    @Autowired
    SharedDb sharedDb;

    @Autowired
    JobDb jobDb;

    AccountId mine;
    AccountId other;

    @BeforeEach
    void twoAccounts() {
        mine = newAccount("Mine");
        other = newAccount("Other");
    }

    @Test
    void seesNothingWithoutAnAccount() {
        assertThat(sharedDb.sql().fetchCount(ACCOUNT)).isZero();
        assertThat(jobDb.sql().fetchCount(ACCOUNT)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void readsASmallTableByItsIndexToo() {
        String plan = accountDb.one(
                mine,
                sql -> sql.fetch(
                                "explain select * from cart where account_id = {0} and state in ('OPEN', 'HELD')",
                                val(mine.value()))
                        .format());
        assertThat(plan).contains("Index").doesNotContain("Seq Scan");
    }

    @Test
    void oneStatementSeesTheAccountAlone() {
        List<AccountId> seen = accountDb.one(
                mine, sql -> sql.select(ACCOUNT.ACCOUNT_ID).from(ACCOUNT).fetch(ACCOUNT.ACCOUNT_ID));
        assertThat(seen).containsExactly(mine);
        assertThat(sharedDb.sql().fetchCount(ACCOUNT)).isZero();
    }

    @Test
    void oneStatementWithManyParametersStaysRightWhenTheServerHasPreparedIt() {
        for (int i = 0; i < 20; i++) {
            String name = "Name " + i;
            int changed = accountDb.one(
                    mine,
                    sql -> sql.update(ACCOUNT)
                            .set(ACCOUNT.NAME, name)
                            .where(ACCOUNT.ACCOUNT_ID.eq(mine))
                            .execute());
            assertThat(changed).isOne();
            List<String> names = accountDb.one(
                    other,
                    sql -> sql.select(ACCOUNT.NAME)
                            .from(ACCOUNT)
                            .where(ACCOUNT.ACCOUNT_ID.in(mine, other))
                            .fetch(ACCOUNT.NAME));
            assertThat(names).containsExactly("Other");
        }
    }

    @Test
    void aRefusedStatementLeavesTheConnectionUsable() {
        for (int i = 0; i < 40; i++) {
            assertThatThrownBy(() -> accountDb.one(mine, sql -> sql.fetch("select 1 / (select 0)")))
                    .isInstanceOf(DataAccessException.class);
        }
        oneStatementSeesTheAccountAlone();
    }

    @Test
    void anErrorRollsBackWhatWasWritten() {
        assertThatThrownBy(() -> accountDb.transact(mine, transaction -> {
                    transaction.together(List.of(
                            update(ACCOUNT).set(ACCOUNT.NAME, "Half done").where(ACCOUNT.ACCOUNT_ID.eq(mine))));
                    throw new StackOverflowError("in the middle");
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(jobDb.sql()
                        .select(ACCOUNT.NAME)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ACCOUNT_ID.eq(mine))
                        .fetchSingle(ACCOUNT.NAME))
                .isEqualTo("Mine");
    }

    @Test
    void whatTheServerSaysOfARefusedRowIsNotRepeated() {
        assertThatThrownBy(() -> accountDb.transact(mine, transaction -> {
                    transaction.together(List.of(update(ACCOUNT)
                            .set(ACCOUNT.NAME, "")
                            .set(ACCOUNT.BILLING_EMAIL, "secret@example.com")
                            .where(ACCOUNT.ACCOUNT_ID.eq(mine))));
                    return null;
                }))
                .hasStackTraceContaining("account_name_is_short")
                .satisfies(failure -> assertThat(traceOf(failure)).doesNotContain("secret@example.com"));
    }

    private static String traceOf(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    @Test
    void oneMeansOne() {
        assertThatThrownBy(() -> accountDb.one(mine, sql -> {
                    sql.fetch("select 1");
                    return sql.fetch("select 2");
                }))
                .hasMessageContaining("after the one that commits");
    }

    @Test
    void aTransactionSendsSeveralWritesTogether() {
        accountDb.transact(mine, transaction -> {
            transaction
                    .sql()
                    .select(ACCOUNT.NAME)
                    .from(ACCOUNT)
                    .forNoKeyUpdate()
                    .fetch();
            transaction.together(List.of(
                    insertInto(ACCOUNT_BALANCE)
                            .set(ACCOUNT_BALANCE.ACCOUNT_ID, mine)
                            .set(ACCOUNT_BALANCE.CURRENCY, "EUR")
                            .set(ACCOUNT_BALANCE.CREDIT_MINOR, 5L)
                            .set(ACCOUNT_BALANCE.GOODWILL_MINOR, 0L)
                            .set(ACCOUNT_BALANCE.HELD_CREDIT_MINOR, 0L)
                            .set(ACCOUNT_BALANCE.HELD_GOODWILL_MINOR, 0L),
                    update(ACCOUNT).set(ACCOUNT.NAME, "Renamed").where(ACCOUNT.ACCOUNT_ID.eq(mine))));
            return transaction.finish(sql -> sql.update(ACCOUNT_BALANCE)
                    .set(ACCOUNT_BALANCE.CREDIT_MINOR, 7L)
                    .where(ACCOUNT_BALANCE.ACCOUNT_ID.eq(mine))
                    .execute());
        });
        Object[] written = accountDb.one(
                mine,
                sql -> sql.select(ACCOUNT.NAME, ACCOUNT_BALANCE.CREDIT_MINOR)
                        .from(ACCOUNT)
                        .join(ACCOUNT_BALANCE)
                        .on(ACCOUNT_BALANCE.ACCOUNT_ID.eq(ACCOUNT.ACCOUNT_ID))
                        .where(ACCOUNT.ACCOUNT_ID.eq(mine))
                        .fetchSingle()
                        .intoArray());
        assertThat(written).containsExactly("Renamed", 7L);
    }

    @Test
    void aTransactionReadsSeveralResultsTogetherTypedLikeSingleOnes() {
        Instant exact = Instant.parse("2026-03-01T09:30:00.123456Z");
        UUID[] users = {UUID.randomUUID(), UUID.randomUUID()};
        List<Result<Record>> read = accountDb.transact(
                mine,
                transaction -> transaction.fetchTogether(List.of(
                        select(ACCOUNT.ACCOUNT_ID, ACCOUNT.NAME, ACCOUNT.TEST_CLOCK_AT)
                                .from(ACCOUNT)
                                .where(ACCOUNT.ACCOUNT_ID.eq(mine))
                                .forNoKeyUpdate(),
                        select(val(exact), val(users), val(JSONB.valueOf("{\"a\": 1}")), val(new byte[] {1, 2})),
                        select(ACCOUNT.NAME).from(ACCOUNT).where(ACCOUNT.ACCOUNT_ID.eq(other)))));
        assertThat(read.getFirst().getFirst().get(ACCOUNT.ACCOUNT_ID)).isEqualTo(mine);
        assertThat(read.get(1).getFirst().intoList())
                .containsExactly(exact, users, JSONB.valueOf("{\"a\": 1}"), new byte[] {1, 2});
        assertThat(read.getLast()).isEmpty();
    }

    @Test
    void aTransactionThatThrowsChangesNothing() {
        assertThatThrownBy(() -> accountDb.transact(mine, transaction -> {
                    transaction.sql().update(ACCOUNT).set(ACCOUNT.NAME, "Lost").execute();
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        String name = accountDb.one(
                mine, sql -> sql.select(ACCOUNT.NAME).from(ACCOUNT).fetchSingle(ACCOUNT.NAME));
        assertThat(name).isEqualTo("Mine");
    }

    @Test
    void refusesToWriteARowOfAnotherAccount() {
        assertThatThrownBy(() -> accountDb.one(
                        mine,
                        sql -> sql.insertInto(ACCOUNT_BALANCE)
                                .set(ACCOUNT_BALANCE.ACCOUNT_ID, other)
                                .set(ACCOUNT_BALANCE.CURRENCY, "EUR")
                                .set(ACCOUNT_BALANCE.CREDIT_MINOR, 5L)
                                .set(ACCOUNT_BALANCE.GOODWILL_MINOR, 0L)
                                .set(ACCOUNT_BALANCE.HELD_CREDIT_MINOR, 0L)
                                .set(ACCOUNT_BALANCE.HELD_GOODWILL_MINOR, 0L)
                                .execute()))
                .hasMessageContaining("row-level security");
    }

    private AccountId newAccount(String name) {
        AccountId account = new AccountId(UUID.randomUUID());
        jobDb.sql()
                .insertInto(ACCOUNT)
                .set(ACCOUNT.ACCOUNT_ID, account)
                .set(ACCOUNT.NAME, name)
                .set(ACCOUNT.KIND, "SELF_SERVICE")
                .set(ACCOUNT.CUSTOMER_TYPE, "BUSINESS")
                .set(ACCOUNT.STATUS, "ACTIVE")
                .set(ACCOUNT.CURRENCY, "EUR")
                .set(ACCOUNT.COUNTRY, "ES")
                .set(ACCOUNT.TIME_ZONE, "Europe/Madrid")
                .set(ACCOUNT.LOCALE, "es")
                .set(ACCOUNT.ADDRESS_LINE_1, "Calle Mayor 1")
                .set(ACCOUNT.POSTAL_CODE, "28013")
                .set(ACCOUNT.CITY, "Madrid")
                .set(ACCOUNT.BILLING_EMAIL, "billing@example.com")
                .set(ACCOUNT.COLLECTION, "CHARGE")
                .set(ACCOUNT.PAYMENT_TERM_DAYS, 0)
                .set(ACCOUNT.SANDBOX, false)
                .set(ACCOUNT.ACTIVE_USERS, 0L)
                .set(ACCOUNT.DEACTIVATED_USERS, 0L)
                .set(ACCOUNT.LAST_ORDER_NUMBER, 0L)
                .set(ACCOUNT.VERSION, 1L)
                .set(ACCOUNT.CREATED_AT, Instant.now())
                .execute();
        return account;
    }
}
