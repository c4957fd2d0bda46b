package dev.puesto.seat;

import dev.puesto.access.Viewer;
import dev.puesto.audit.Audit;
import dev.puesto.audit.Change;
import dev.puesto.id.AccountId;
import dev.puesto.id.UserId;
import dev.puesto.outbox.Event;
import dev.puesto.outbox.Outbox;
import dev.puesto.subscription.SeatCountChange;
import dev.puesto.subscription.Subscription;
import dev.puesto.subscription.SubscriptionChanges;
import java.time.Instant;
import java.util.List;
import org.jooq.Query;
import org.springframework.stereotype.Component;

/** What goes with every change of seats, in its transaction: the kept counts, the audit row, the event. */
@Component
class SeatBooks {
    private final Outbox outbox;

    SeatBooks(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Users got seats. */
    List<Query> assigned(Viewer viewer, Subscription subscription, List<UserId> users, Instant at) {
        return List.of(
                SubscriptionChanges.count(
                        subscription.accountId(),
                        List.of(new SeatCountChange(subscription.subscriptionId(), users.size(), 0))),
                audit(viewer, subscription, at, counted("SEATS_ASSIGNED", subscription, users, users.size())),
                event(subscription, new SeatsAssigned(subscription.subscriptionId(), users)));
    }

    /**
     * Users lost seats.
     *
     * @param marked how many of them a pending order was to release anyway
     */
    List<Query> released(Viewer viewer, Subscription subscription, List<UserId> users, long marked, Instant at) {
        return released(viewer, List.of(new Lost(subscription, users, marked)), at);
    }

    /**
     * Users lost seats, perhaps in several subscriptions of one account.
     *
     * @param lost at least one
     */
    List<Query> released(Viewer viewer, List<Lost> lost, Instant at) {
        AccountId account = lost.getFirst().subscription().accountId();
        return List.of(
                SubscriptionChanges.count(
                        account, lost.stream().map(Lost::count).toList()),
                Audit.append(
                        viewer, account, at, lost.stream().map(Lost::change).toList()),
                outbox.append(account, lost.stream().map(Lost::event).toList()));
    }

    /**
     * Seats of a subscription that users lost.
     *
     * @param marked how many of them a pending order was to release anyway
     */
    record Lost(Subscription subscription, List<UserId> users, long marked) {

        private SeatCountChange count() {
            return new SeatCountChange(subscription.subscriptionId(), -users.size(), -marked);
        }

        private Change change() {
            return counted("SEATS_RELEASED", subscription, users, -users.size());
        }

        private SeatsReleased event() {
            return new SeatsReleased(subscription.subscriptionId(), users);
        }
    }

    /** One user's seat is another's now. */
    List<Query> transferred(Viewer viewer, Subscription subscription, UserId from, UserId to, Instant at) {
        return List.of(
                audit(viewer, subscription, at, moved(subscription, from, to)),
                event(subscription, new SeatsReleased(subscription.subscriptionId(), List.of(from))),
                event(subscription, new SeatsAssigned(subscription.subscriptionId(), List.of(to))));
    }

    private static Change counted(String action, Subscription subscription, List<UserId> users, long more) {
        long before = subscription.seatsAssigned();
        return change(action, subscription, new SeatRecord(before, List.of()), new SeatRecord(before + more, users));
    }

    private static Query audit(Viewer viewer, Subscription subscription, Instant at, Change change) {
        return Audit.append(viewer, subscription.accountId(), at, change);
    }

    private static Change moved(Subscription subscription, UserId from, UserId to) {
        long assigned = subscription.seatsAssigned();
        return change(
                "SEAT_TRANSFERRED",
                subscription,
                new SeatRecord(assigned, List.of(from)),
                new SeatRecord(assigned, List.of(to)));
    }

    private static Change change(String action, Subscription subscription, SeatRecord before, SeatRecord after) {
        return new Change(action, Subscription.TYPE, subscription.subscriptionId(), before, after);
    }

    private Query event(Subscription subscription, Event event) {
        return outbox.append(subscription.accountId(), event);
    }
}
