package dev.puesto.subscription;

import static dev.puesto.jooq.Tables.SCHEDULED_CHANGE;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.update;

import dev.puesto.access.Viewer;
import dev.puesto.account.Accounts;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.audit.Audit;
import dev.puesto.audit.Change;
import dev.puesto.id.AccountId;
import dev.puesto.id.PlanId;
import dev.puesto.id.ScheduledChangeId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
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
            List<Result<Record>> read = transaction.fetchTogether(
                    List.of(Accounts.locking(viewer, account), change(account, id), changed(account, id)));
            if (read.stream().anyMatch(Result::isEmpty)) {
                throw Refusal.notFound("input", "scheduledChangeId");
            }
            Instant now = accounts.locked(read.getFirst().getFirst()).now();
            Record row = read.get(1).getFirst();
            Subscription subscription = Subscriptions.read(read.getLast().getFirst());
            Optional<UserError> refusal = refusal(row, subscription, now);
            if (refusal.isEmpty()) {
                ScheduledChange change = ScheduledChanges.read(row);
                transaction.finish(List.of(close(change, now), Audit.append(viewer, account, now, undone(change))));
            }
            return new Answer(subscription, refusal.stream().toList());
        });
    }

    private static Select<Record> change(AccountId account, ScheduledChangeId id) {
        return ScheduledChanges.of(account).and(SCHEDULED_CHANGE.ID.eq(id));
    }

    private static Select<Record> changed(AccountId account, ScheduledChangeId id) {
        return Subscriptions.of(account)
                .and(SUBSCRIPTION.ID.eq(select(SCHEDULED_CHANGE.SUBSCRIPTION_ID)
                        .from(SCHEDULED_CHANGE)
                        .where(SCHEDULED_CHANGE.ACCOUNT_ID.eq(account))
                        .and(SCHEDULED_CHANGE.ID.eq(id))));
    }

    private static Optional<UserError> refusal(Record change, Subscription subscription, Instant now) {
        if (!change.get(SCHEDULED_CHANGE.STATE).equals("SCHEDULED")
                || !now.isBefore(change.get(SCHEDULED_CHANGE.DUE_AT))) {
            return Optional.of(new ScheduledChangeClosed());
        }
        return Optional.ofNullable(subscription.pendingOrderId())
                .map(order -> new OrderInProgress(subscription.accountId(), order));
    }

    private static Query close(ScheduledChange change, Instant now) {
        return update(SCHEDULED_CHANGE)
                .set(SCHEDULED_CHANGE.STATE, "CANCELED")
                .set(SCHEDULED_CHANGE.CLOSED_AT, now)
                .where(SCHEDULED_CHANGE.ACCOUNT_ID.eq(change.accountId()))
                .and(SCHEDULED_CHANGE.ID.eq(change.scheduledChangeId()));
    }

    private static Change undone(ScheduledChange change) {
        return new Change(
                "SCHEDULED_CHANGE_CANCELED",
                Subscription.TYPE,
                change.subscriptionId(),
                new Waited(
                        change.planId(), change.seats(), change.dueAt(), change.releaseRule(), change.releaseUserIds()),
                null);
    }

    /** What the audit trail keeps of a change that is undone. */
    private record Waited(
            @Nullable PlanId planId, long seats, Instant dueAt, ReleaseRule releaseRule, List<UserId> releaseUserIds) {}
}
