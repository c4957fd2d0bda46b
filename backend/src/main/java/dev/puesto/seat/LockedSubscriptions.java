package dev.puesto.seat;

import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.account.Accounts;
import dev.puesto.account.LockedAccount;
import dev.puesto.api.Refusal;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.subscription.Subscription;
import dev.puesto.subscription.Subscriptions;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Opens a change of seats: the account's lock first, then the subscription as it is under it. */
@Component
class LockedSubscriptions {
    private final Accounts accounts;

    LockedSubscriptions(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A subscription whose account this transaction holds, and the account's now. */
    record Locked(Subscription subscription, Account account, Instant now) {}

    /** Locks the account and reads its subscription; one that the viewer may not change is not found. */
    Locked lock(AccountTransaction transaction, Viewer viewer, SubscriptionId id) {
        LockedAccount locked =
                accounts.lock(transaction, viewer).orElseThrow(() -> Refusal.notFound("input", "subscriptionId"));
        return new Locked(read(transaction, id), locked.account(), locked.now());
    }

    private static Subscription read(AccountTransaction transaction, SubscriptionId id) {
        return transaction
                .sql()
                .fetchOptional(Subscriptions.byId(transaction.account(), List.of(id)))
                .map(Subscriptions::read)
                .orElseThrow(() -> Refusal.notFound("input", "subscriptionId"));
    }

    /** Reads the subscription as the transaction leaves it, and commits in the same round trip. */
    static Subscription finish(AccountTransaction transaction, SubscriptionId id) {
        return transaction.finish(sql -> sql.fetchSingle(Subscriptions.byId(transaction.account(), List.of(id)))
                .map(Subscriptions::read));
    }
}
