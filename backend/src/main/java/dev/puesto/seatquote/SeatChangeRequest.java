package dev.puesto.seatquote;

import dev.puesto.id.PlanId;
import dev.puesto.id.SubscriptionId;
import org.jspecify.annotations.Nullable;

/**
 * A change as a client asks for it, or a cart's line holds it.
 *
 * @param subscriptionId the subscription to change; null for a new one
 * @param planId the plan of a new subscription, or the one to change to; null: the subscription's own
 * @param seats the target number of seats; 0 cancels
 * @param effective null: as the plan's policy has it
 * @param alignTo the subscription whose dates a new one joins; null: a full period begins
 */
public record SeatChangeRequest(
        @Nullable SubscriptionId subscriptionId,
        @Nullable PlanId planId,
        long seats,
        @Nullable Effective effective,
        @Nullable SubscriptionId alignTo,
        Releases releases) {

    /** A change of a subscription's seats, as its plan's policy has it. */
    public static SeatChangeRequest of(SubscriptionId subscriptionId, long seats) {
        return new SeatChangeRequest(subscriptionId, null, seats, null, null, Releases.NONE);
    }

    /** A new subscription. */
    public static SeatChangeRequest of(PlanId planId, long seats) {
        return new SeatChangeRequest(null, planId, seats, null, null, Releases.NONE);
    }
}
