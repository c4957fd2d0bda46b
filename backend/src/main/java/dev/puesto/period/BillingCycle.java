package dev.puesto.period;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The periods that follow one anchor: the n-th starts at {@code anchor + n x interval}, computed from the anchor and clamped
 * to the month's last day, at the anchor's local time in the zone. A local time that a change of clocks skips shifts forward,
 * a double one takes the earlier.
 *
 * @param anchor the instant at which period 0 starts
 * @param zone the zone whose calendar counts
 */
public record BillingCycle(Instant anchor, BillingInterval interval, ZoneId zone) {

    /** The instant at which the n-th period starts; n may be negative. */
    public Instant start(int n) {
        if (n == 0) {
            return anchor;
        }
        var local = anchor.atZone(zone).toLocalDateTime().plusMonths((long) n * interval.months());
        return ZonedDateTime.ofLocal(local, zone, null).toInstant();
    }

    /** The n-th period. */
    public Period period(int n) {
        return new Period(start(n), start(n + 1), zone);
    }

    /** The period that an instant lies in. */
    public Period periodAt(Instant instant) {
        return period(indexAt(instant));
    }

    private int indexAt(Instant instant) {
        var months = ChronoUnit.MONTHS.between(anchor.atZone(zone), instant.atZone(zone));
        var n = Math.toIntExact(Math.floorDiv(months, interval.months()));
        while (instant.isBefore(start(n))) {
            n--;
        }
        while (!instant.isBefore(start(n + 1))) {
            n++;
        }
        return n;
    }
}
