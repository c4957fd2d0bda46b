package dev.puesto.catalog;

import java.util.OptionalLong;
import org.joda.money.Money;

/**
 * The price of one seat in a range of seats.
 *
 * @param firstSeat the first seat of the range, from 1
 * @param lastSeat its last seat; empty: no end
 * @param unitPrice the price of one seat for one full period
 */
public record Tier(long firstSeat, OptionalLong lastSeat, Money unitPrice) {

    boolean contains(long seat) {
        return seat >= firstSeat && seat <= lastSeat.orElse(Long.MAX_VALUE);
    }

    /** How many of that many seats lie in this tier. */
    long seatsOf(long seats) {
        return Math.max(0, Math.min(seats, lastSeat.orElse(Long.MAX_VALUE)) - firstSeat + 1);
    }
}
