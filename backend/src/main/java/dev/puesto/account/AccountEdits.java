package dev.puesto.account;

import static dev.puesto.jooq.Tables.ACCOUNT;

import dev.puesto.access.Viewer;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.audit.Audit;
import dev.puesto.audit.Change;
import dev.puesto.id.AccountId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes what an account may set of itself. */
@Component
class AccountEdits {
    private static final List<UserError> NONE = List.of();

    private final AccountDb db;
    private final Accounts accounts;

    AccountEdits(AccountDb db, Accounts accounts) {
        this.db = db;
        this.accounts = accounts;
    }

    /** What came of it. */
    record Outcome(@Nullable Account account, List<UserError> errors) {
        static Outcome refused(UserError error) {
            return new Outcome(null, List.of(error));
        }
    }

    /**
     * Changes the details.
     *
     * @param edit what they become, from what they are
     */
    Outcome update(Viewer viewer, AccountId id, long expectedVersion, UnaryOperator<AccountDetails> edit) {
        return db.transact(id, transaction -> {
            LockedAccount locked =
                    accounts.lock(transaction, viewer).orElseThrow(() -> Refusal.notFound("input", "accountId"));
            if (locked.account().version() != expectedVersion) {
                return Outcome.refused(new AccountChanged(locked.account()));
            }
            AccountDetails details = edit.apply(AccountDetails.of(locked.account()));
            Optional<UserError> fault = details.fault();
            return fault.map(Outcome::refused).orElseGet(() -> save(transaction, viewer, locked, details));
        });
    }

    private static Outcome save(
            AccountTransaction transaction, Viewer viewer, LockedAccount locked, AccountDetails details) {
        AccountDetails before = AccountDetails.of(locked.account());
        if (details.equals(before)) {
            return new Outcome(locked.account(), NONE);
        }
        Account after = write(transaction, details);
        Change change = new Change("ACCOUNT_UPDATED", Account.TYPE, transaction.account(), before, details);
        transaction.finish(List.of(Audit.append(viewer, transaction.account(), locked.now(), change)));
        return new Outcome(after, NONE);
    }

    private static Account write(AccountTransaction transaction, AccountDetails details) {
        return AccountColumns.read(transaction
                .sql()
                .update(ACCOUNT)
                .set(ACCOUNT.NAME, details.name())
                .set(ACCOUNT.BILLING_EMAIL, details.billingEmail())
                .set(ACCOUNT.ADDRESS_LINE_1, details.line1())
                .set(ACCOUNT.ADDRESS_LINE_2, details.line2())
                .set(ACCOUNT.POSTAL_CODE, details.postalCode())
                .set(ACCOUNT.CITY, details.city())
                .set(ACCOUNT.LOCALE, details.locale())
                .set(ACCOUNT.TIME_ZONE, details.timeZone())
                .set(ACCOUNT.PURCHASE_ORDER_NUMBER, details.purchaseOrderNumber())
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .where(ACCOUNT.ACCOUNT_ID.eq(transaction.account()))
                .returningResult(AccountColumns.ALL)
                .fetchSingle());
    }
}
