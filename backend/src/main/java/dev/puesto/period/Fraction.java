package dev.puesto.period;

import dev.puesto.money.Rounding;

/**
 * An exact share of a whole, from 0 to 1, in lowest terms.
 *
 * @param numerator zero or more
 * @param denominator above zero, at least the numerator
 */
public record Fraction(long numerator, long denominator) {

    /** The whole. */
    public static final Fraction ONE = new Fraction(1, 1);

    public Fraction {
        if (denominator <= 0 || numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("not a share: " + numerator + "/" + denominator);
        }
        var divisor = greatestCommonDivisor(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    /** {@code round(minor x this)}, in minor units. */
    public long of(long minor) {
        return Rounding.share(minor, numerator, denominator);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }

    private static long greatestCommonDivisor(long a, long b) {
        while (b != 0) {
            var rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
