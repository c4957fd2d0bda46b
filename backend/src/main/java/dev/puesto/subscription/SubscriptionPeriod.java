package dev.puesto.subscription;

import dev.puesto.id.PeriodId;
import dev.puesto.period.BillingCycle;
import dev.puesto.period.BillingInterval;
import dev.puesto.period.Period;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A billing period {@code [startAt, endAt)} of a subscription; bounds and zone are fixed when it opens.
 *
 * @param anchorAt the instant that fixes billing dates
 * @param ordinal which period it is, counted from the anchor
 */
public record SubscriptionPeriod(
        PeriodId periodId,
        Instant anchorAt,
        int ordinal,
        ZoneId timeZone,
        BillingInterval interval,
        Instant startAt,
        Instant endAt) {

    /** What fixes its billing dates. */
    public BillingCycle cycle() {
        return new BillingCycle(anchorAt, interval, timeZone);
    }

    /** Its bounds, for what a share of it costs. */
    public Period bounds() {
        return new Period(startAt, endAt, timeZone);
    }
}
