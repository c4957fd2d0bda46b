package dev.puesto.catalog;

import java.util.Locale;

/**
 * What a product calls its seats.
 *
 * @param one the noun of one seat, as "agent"
 * @param other the noun of several, as "agents"
 */
public record SeatNoun(LocalizedText one, LocalizedText other) {

    /** The noun that goes with a number of seats: in both languages one seat takes the singular, all else the plural. */
    public String of(long seats, Locale locale) {
        return (seats == 1 ? one : other).in(locale);
    }
}
