package dev.puesto.quote;

import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PlanId;
import dev.puesto.id.ProductId;
import dev.puesto.id.RequestLineId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.seatquote.Effective;
import dev.puesto.subscription.ReleaseRule;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change that is asked for, as it was asked.
 *
 * @param subscription the subscription to change; null for a new one
 * @param planId the plan that it leads to
 * @param previousSeats seats owned when it was asked
 * @param effective when it is to take effect; null: as the plan has it
 */
record RequestLine(
        AccountId accountId,
        RequestLineId lineId,
        int position,
        @Nullable SubscriptionId subscription,
        ProductId productId,
        PlanId planId,
        long previousSeats,
        long seats,
        @Nullable Effective effective,
        @Nullable SubscriptionId alignTo,
        @Nullable ReleaseRule releaseRule,
        List<UUID> releaseUsers) {

    /** Names the line. */
    public GlobalId id() {
        return GlobalId.of("RequestLine", accountId, lineId);
    }

    /** The subscription's id in the API; null for a new one. */
    public @Nullable GlobalId subscriptionId() {
        return subscription == null ? null : GlobalId.of("Subscription", accountId, subscription);
    }
}
