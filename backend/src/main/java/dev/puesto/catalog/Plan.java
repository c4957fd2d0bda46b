package dev.puesto.catalog;

import dev.puesto.id.PlanId;
import dev.puesto.id.ProductId;
import dev.puesto.period.BillingInterval;

/**
 * A product's offer.
 *
 * @param trialDays days of a new subscription that cost nothing; 0: no trial
 * @param minimumSeats the fewest seats of a subscription; 0 is always allowed and means cancellation
 * @param maximumSeats the most seats of a subscription
 * @param active whether it can be subscribed or changed to
 */
public record Plan(
        PlanId id,
        ProductId productId,
        String code,
        LocalizedText name,
        BillingInterval interval,
        PlanPolicy policy,
        int trialDays,
        long minimumSeats,
        long maximumSeats,
        boolean active) {

    /** Whether a subscription may own that many seats. */
    public boolean allows(long seats) {
        return seats >= minimumSeats && seats <= maximumSeats;
    }
}
