package dev.puesto.subscription;

import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PlanId;
import dev.puesto.id.PriceId;
import dev.puesto.id.ProductId;
import dev.puesto.id.SubscriptionId;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * An account's holding of a plan.
 *
 * @param seatsAssigned kept count of live assignments
 * @param seatsReleasing how many of them a pending order will release
 * @param currentPeriod null once it ended
 * @param priceId the price version of the live charge line; null once it ended
 * @param trialEndAt the end of its trial, past or to come; null if it never had one
 * @param pendingOrderId the order that holds it: every other change of it is refused
 * @param pendingSeats the seats owned once that order is placed
 * @param version raised by each change
 */
public record Subscription(
        AccountId accountId,
        SubscriptionId subscriptionId,
        ProductId productId,
        PlanId planId,
        CurrencyUnit currency,
        SubscriptionStatus status,
        long seatsOwned,
        long seatsAssigned,
        long seatsReleasing,
        @Nullable SubscriptionPeriod currentPeriod,
        @Nullable PriceId priceId,
        @Nullable Instant trialEndAt,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable OrderId pendingOrderId,
        @Nullable Long pendingSeats,
        long version) {

    /** The name of the GraphQL type in global ids. */
    public static final String TYPE = "Subscription";

    /** Its id in the API. */
    public GlobalId id() {
        return GlobalId.of(TYPE, accountId, subscriptionId);
    }

    /** How many more users can be seated: a pending order's lower target counts already. */
    public long seatsFree() {
        long seats = pendingSeats == null ? seatsOwned : Math.min(seatsOwned, pendingSeats + seatsReleasing);
        return status.inUse() ? Math.max(0, seats - seatsAssigned) : 0;
    }

    /** When it is charged next: the end of its current period; null once it ended. */
    public @Nullable Instant nextBillingDate() {
        return currentPeriod == null ? null : currentPeriod.endAt();
    }
}
