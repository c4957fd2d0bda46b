package dev.puesto.demo;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.LEDGER_ENTRY;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;

import dev.puesto.demo.AccountsFile.DemoAccount;
import dev.puesto.id.AccountId;
import dev.puesto.ledger.Ledger;
import dev.puesto.ledger.Postings;
import java.time.Duration;
import org.joda.money.CurrencyUnit;
import org.jooq.DSLContext;

/** What became of an account beside what it bought. */
record DemoStanding(DSLContext sql, DemoAccount account, DemoDay day) {
    private static final Duration GOODWILL_BEFORE = Duration.ofHours(30);

    private AccountId accountId() {
        return DemoAccounts.account(account.code());
    }

    /** Gives it the vendor's goodwill, once. */
    void give() {
        Long minor = account.goodwillMinor();
        boolean given = sql.fetchExists(
                LEDGER_ENTRY, LEDGER_ENTRY.ACCOUNT_ID.eq(accountId()).and(LEDGER_ENTRY.KIND.eq("GOODWILL")));
        if (minor != null && !given) {
            Ledger.post(
                            accountId(),
                            CurrencyUnit.of(account.currency()),
                            day.loadedAt().minus(GOODWILL_BEFORE),
                            new Postings().goodwill(minor).entries())
                    .forEach(sql::execute);
        }
    }

    /** Gives its subscriptions the status that an invoice has brought which was not paid in time. */
    void fallBehind() {
        if (account.overdue() != null) {
            sql.update(SUBSCRIPTION)
                    .set(SUBSCRIPTION.STATUS, account.overdue())
                    .where(SUBSCRIPTION.ACCOUNT_ID.eq(accountId()))
                    .and(SUBSCRIPTION.STATUS.eq("ACTIVE"))
                    .execute();
        }
    }

    /** Hands a corporate account over to its representative. */
    void appoint() {
        if (account.representative() != null) {
            sql.update(ACCOUNT)
                    .set(ACCOUNT.KIND, account.kind())
                    .set(ACCOUNT.REPRESENTATIVE_ID, DemoPeople.representative(account.representative()))
                    .where(ACCOUNT.ACCOUNT_ID.eq(accountId()))
                    .execute();
        }
    }
}
