package dev.puesto.subscription;

import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PlanId;
import dev.puesto.id.ScheduledChangeId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of seats that waits for the renewal. It stores whom to release, so that it never fails when it falls due.
 *
 * @param planId the plan to change to; null: it stays
 * @param seats the target; 0 ends the subscription
 * @param releaseRule whom to release if too many are seated when it is due, after the users named
 * @param order the order that left it for the renewal
 */
public record ScheduledChange(
        AccountId accountId,
        ScheduledChangeId scheduledChangeId,
        SubscriptionId subscriptionId,
        @Nullable PlanId planId,
        long seats,
        Instant dueAt,
        ReleaseRule releaseRule,
        List<UserId> releaseUserIds,
        OrderId order,
        Instant createdAt) {

    /** The name of the GraphQL type in global ids. */
    public static final String TYPE = "ScheduledChange";

    /** Its id in the API. */
    public GlobalId id() {
        return GlobalId.of(TYPE, accountId, scheduledChangeId);
    }

    /** That order's id in the API. */
    public GlobalId orderId() {
        return GlobalId.of("Order", accountId, order);
    }
}
