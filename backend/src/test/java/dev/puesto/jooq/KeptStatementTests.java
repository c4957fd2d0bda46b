package dev.puesto.jooq;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import dev.puesto.PuestoTest;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class KeptStatementTests {
    private final KeptStatement kept = new KeptStatement();
    private final AtomicInteger built = new AtomicInteger();

    @Autowired
    AccountDb accountDb;

    @Autowired
    TestAccounts accounts;

    AccountId one;
    AccountId other;

    @BeforeEach
    void twoAccounts() {
        one = accounts.open();
        other = accounts.open();
    }

    @Test
    void bindsTheArgumentsOfEachRunToTheTextOfTheFirst() {
        assertThat(read(one).getValues(ACCOUNT.ACCOUNT_ID)).containsExactly(one);
        assertThat(read(other).getValues(ACCOUNT.ACCOUNT_ID)).containsExactly(other);
        assertThat(built).hasValue(1);
    }

    @Test
    void bindsArrays() {
        for (AccountId account : List.of(one, other)) {
            AccountId[] among = {account};
            Result<Record> rows = accountDb.one(
                    account,
                    sql -> kept.fetch(
                            sql,
                            "array",
                            () -> select(List.of(ACCOUNT.ACCOUNT_ID))
                                    .from(ACCOUNT)
                                    .where(Columns.isAmong(ACCOUNT.ACCOUNT_ID, among)),
                            List.<Object>of((Object) among)));
            assertThat(rows.getValues(ACCOUNT.ACCOUNT_ID)).containsExactly(account);
        }
    }

    @Test
    void keepsNoTextOfACallerThatGivesOneObjectForTwoArguments() {
        String both = "ES";
        assertThat(readOf(both, both)).isEmpty();
        assertThat(readOf("ES", "EUR").getValues(ACCOUNT.ACCOUNT_ID)).containsExactly(one);
    }

    private Result<Record> readOf(String country, String currency) {
        return accountDb.one(
                one,
                sql -> kept.fetch(
                        sql,
                        "two",
                        () -> select(List.of(ACCOUNT.ACCOUNT_ID))
                                .from(ACCOUNT)
                                .where(ACCOUNT.COUNTRY.eq(country))
                                .and(ACCOUNT.CURRENCY.eq(currency)),
                        List.of(country, currency)));
    }

    @Test
    void refusesABoundValueThatIsNoArgument() {
        assertThatThrownBy(() -> accountDb.one(
                        one,
                        sql -> kept.fetch(
                                sql,
                                "kept",
                                () -> select(List.of(ACCOUNT.ACCOUNT_ID))
                                        .from(ACCOUNT)
                                        .where(ACCOUNT.NAME.eq("would be kept")),
                                List.of(one))))
                .isInstanceOf(IllegalStateException.class);
    }

    private Result<Record> read(AccountId account) {
        return accountDb.one(account, sql -> kept.fetch(sql, "shape", () -> statement(account), List.of(account)));
    }

    private Select<Record> statement(AccountId account) {
        built.incrementAndGet();
        return select(List.of(ACCOUNT.ACCOUNT_ID))
                .from(ACCOUNT)
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .and(ACCOUNT.STATUS.eq(inline("ACTIVE")));
    }
}
