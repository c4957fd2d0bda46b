package dev.puesto.subscription;

import dev.puesto.id.PeriodId;
import dev.puesto.id.PlanId;
import dev.puesto.id.SubscriptionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as an order leaves it.
 *
 * @param seatsOwned 0 if and only if it ended
 * @param currentPeriodId null if and only if it ended
 * @param endedAt null if and only if it goes on
 */
public record ChangedSubscription(
        SubscriptionId subscriptionId,
        PlanId planId,
        SubscriptionStatus status,
        long seatsOwned,
        @Nullable PeriodId currentPeriodId,
        @Nullable Instant trialEndAt,
        @Nullable Instant endedAt) {}
