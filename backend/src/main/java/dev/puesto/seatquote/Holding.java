package dev.puesto.seatquote;

import dev.puesto.catalog.Plan;
import dev.puesto.id.SubscriptionId;
import dev.puesto.period.BillingCycle;
import dev.puesto.period.Period;
import java.util.List;

/**
 * A subscription as a change finds it.
 *
 * @param cycle what fixes its billing dates
 * @param period its current period
 * @param live what was charged for the current period
 * @param changeScheduled whether a change waits for its renewal
 */
public record Holding(
        SubscriptionId id,
        Standing standing,
        Plan plan,
        long seats,
        BillingCycle cycle,
        Period period,
        LiveLine live,
        List<Discount> discounts,
        boolean changeScheduled) {

    /** What its state lets a change do. */
    public enum Standing {
        /** In its trial: changes cost nothing and keep the trial's end. */
        TRIALING,
        /** Paid. */
        ACTIVE,
        /** An invoice is overdue: an increase needs it paid in the same checkout. */
        PAST_DUE,
        /** Only a cancellation is left. */
        SUSPENDED
    }
}
