package dev.puesto.subscription;

import static dev.puesto.jooq.Tables.SCHEDULED_CHANGE;
import static org.jooq.impl.DSL.update;

import dev.puesto.access.Viewer;
import dev.puesto.account.Accounts;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.audit.Audit;
import dev.puesto.audit.Change;
import dev.puesto.id.AccountId;
import dev.puesto.id.ScheduledChangeId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Query;
import org.springframework.stereotype.Component;

/** Undoes a change that waits for the renewal. */
@Component
class ScheduledChangeCancellation {
    private final AccountDb db;
    private final Accounts accounts;

    ScheduledChangeCancellation(AccountDb db, Accounts accounts) {
        this.db = db;
        this.accounts = accounts;
    }

    /** The subscription as it is now, and why nothing changed. */
    record Answer(Subscription subscription, List<UserError> userErrors) {}

    Answer cancel(Viewer viewer, AccountId account, ScheduledChangeId id) {
        return db.transact(account, transaction -> {
            Instant now = accounts.lock(transaction, viewer)
                    .orElseThrow(ScheduledChangeCancellation::notFound)
                    .now();
            ScheduledChange change = transaction
                    .sql()
                    .fetchOptional(ScheduledChanges.of(account).and(SCHEDULED_CHANGE.ID.eq(id)))
                    .map(ScheduledChanges::read)
                    .orElseThrow(ScheduledChangeCancellation::notFound);
            int closed = now.isBefore(change.dueAt()) ? transaction.sql().execute(close(change, now)) : 0;
            if (closed == 1) {
                transaction.sql().execute(Audit.append(viewer, account, now, undone(change)));
            }
            return new Answer(
                    subscription(transaction, change), closed == 1 ? List.of() : List.of(new ScheduledChangeClosed()));
        });
    }

    private static Refusal notFound() {
        return Refusal.notFound("input", "scheduledChangeId");
    }

    private static Query close(ScheduledChange change, Instant now) {
        return update(SCHEDULED_CHANGE)
                .set(SCHEDULED_CHANGE.STATE, "CANCELED")
                .set(SCHEDULED_CHANGE.CLOSED_AT, now)
                .where(SCHEDULED_CHANGE.ACCOUNT_ID.eq(change.accountId()))
                .and(SCHEDULED_CHANGE.ID.eq(change.scheduledChangeId()))
                .and(SCHEDULED_CHANGE.STATE.eq("SCHEDULED"));
    }

    private static Change undone(ScheduledChange change) {
        return new Change(
                "SCHEDULED_CHANGE_CANCELED",
                Subscription.TYPE,
                change.subscriptionId(),
                Map.of("seats", change.seats(), "dueAt", change.dueAt()),
                null);
    }

    private static Subscription subscription(AccountTransaction transaction, ScheduledChange change) {
        return transaction
                .sql()
                .fetchSingle(Subscriptions.byId(change.accountId(), List.of(change.subscriptionId())))
                .map(Subscriptions::read);
    }
}
