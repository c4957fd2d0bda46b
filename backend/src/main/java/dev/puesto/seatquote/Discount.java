package dev.puesto.seatquote;

import java.time.Instant;
import java.util.Optional;

/**
 * A percentage, or an amount per full period of the subscription, off its price.
 *
 * @param basisPoints hundredths of a per cent; 0 for an amount
 * @param amountMinor per full period, in minor units of the subscription's currency; 0 for a percentage
 * @param end the first instant without it; empty: it has no end
 */
public record Discount(int basisPoints, long amountMinor, Instant start, Optional<Instant> end) {}
