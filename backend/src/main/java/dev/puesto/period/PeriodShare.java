package dev.puesto.period;

/**
 * A part of a period, counted in units of a grain: what a ratio is made of.
 *
 * @param grain what is counted
 * @param units how many of them the part has, zero or more
 * @param total how many the whole period has, above zero
 */
public record PeriodShare(Grain grain, long units, long total) {

    /** The exact ratio of the part to the whole. */
    public Fraction ratio() {
        return new Fraction(units, total);
    }
}
