package dev.puesto.money;

import java.math.BigInteger;

/** The one place that divides and rounds: HALF_UP, away from zero, to whole minor units, on the exact rational. */
public final class Rounding {

    private Rounding() {}

    /**
     * {@code round(minor x numerator / denominator)}.
     *
     * @param minor an amount in minor units
     * @param denominator above zero
     * @throws AmountOutOfRange where the result is beyond {@link Amounts#MAXIMUM_MINOR}
     */
    public static long share(long minor, long numerator, long denominator) {
        var product = minor * numerator;
        if (Math.multiplyHigh(minor, numerator) == product >> 63 && isFar(product) && isFar(denominator)) {
            return Amounts.inRange(divide(product, denominator));
        }
        return round(
                BigInteger.valueOf(minor).multiply(BigInteger.valueOf(numerator)), BigInteger.valueOf(denominator));
    }

    /**
     * {@code round(numerator / denominator)}.
     *
     * @param denominator above zero
     * @throws AmountOutOfRange where the result is beyond {@link Amounts#MAXIMUM_MINOR}
     */
    public static long round(BigInteger numerator, BigInteger denominator) {
        requirePositive(denominator.signum());
        var doubled = numerator.abs().shiftLeft(1).add(denominator).divide(denominator.shiftLeft(1));
        var rounded = numerator.signum() < 0 ? doubled.negate() : doubled;
        if (rounded.bitLength() > 62) {
            throw new AmountOutOfRange(rounded.toString());
        }
        return Amounts.inRange(rounded.longValue());
    }

    private static long divide(long numerator, long denominator) {
        requirePositive(denominator);
        var rounded = (2 * Math.abs(numerator) + denominator) / (2 * denominator);
        return numerator < 0 ? -rounded : rounded;
    }

    /** Whether twice the value and some more still fits. */
    private static boolean isFar(long value) {
        return value < Long.MAX_VALUE / 4 && value > Long.MIN_VALUE / 4;
    }

    private static void requirePositive(long denominator) {
        if (denominator <= 0) {
            throw new IllegalArgumentException("denominator must be above zero");
        }
    }
}
