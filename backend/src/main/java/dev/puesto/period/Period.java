package dev.puesto.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A half-open billing period {@code [start, end)}; boundaries and zone are fixed when it opens.
 *
 * @param start the first instant
 * @param end the first instant after it, later than the start
 * @param zone the zone in which its days are counted
 */
public record Period(Instant start, Instant end, ZoneId zone) {

    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a period ends after it starts");
        }
    }

    /** Whether an instant lies in it: the start does, the end does not. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** All of it. */
    public PeriodShare whole(Grain grain) {
        var total = grain.total(this);
        return new PeriodShare(grain, total, total);
    }

    /** What is left of it from an instant within it on; that instant's day, where days count, is part of what is left. */
    public PeriodShare remaining(Instant from, Grain grain) {
        var total = grain.total(this);
        return new PeriodShare(grain, total - grain.used(this, from), total);
    }

    /** What is left of it after a cancellation at an instant within it; that instant's day, where days count, is used. */
    public PeriodShare remainingAfterCancellation(Instant at, Grain grain) {
        var total = grain.total(this);
        return new PeriodShare(grain, total - grain.usedByCancellation(this, at), total);
    }

    /** The part of it from the first instant to the second, each clipped to the period. */
    public PeriodShare part(Instant from, Instant until, Grain grain) {
        var total = grain.total(this);
        var units = usedUpTo(until, grain, total) - usedUpTo(from, grain, total);
        return new PeriodShare(grain, Math.max(0, units), total);
    }

    /** The date of the first instant in the period's zone. */
    public LocalDate startDate() {
        return LocalDate.ofInstant(start, zone);
    }

    /** The date of the end in the period's zone: the next billing date. */
    public LocalDate endDate() {
        return LocalDate.ofInstant(end, zone);
    }

    private long usedUpTo(Instant instant, Grain grain, long total) {
        if (!instant.isAfter(start)) {
            return 0;
        }
        return instant.isBefore(end) ? grain.used(this, instant) : total;
    }
}
