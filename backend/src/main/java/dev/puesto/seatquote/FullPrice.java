package dev.puesto.seatquote;

import dev.puesto.money.Rounding;
import dev.puesto.period.Fraction;
import java.math.BigInteger;

/**
 * The exact price of a number of seats for one full period with its discounts taken off:
 * {@code max(0, list x (1 - percentage) - amount off)}. It is rounded only as part of a line.
 *
 * @param listMinor tiers and fee, in minor units
 * @param discountBasisPoints what is taken off the list in hundredths of a per cent
 * @param discountAmountMinor what is taken off then, in minor units; a discount that covers a part of the period is here,
 *     already rounded
 */
public record FullPrice(long listMinor, int discountBasisPoints, long discountAmountMinor) {
    private static final long WHOLE = 10_000;

    /** A price without discount. */
    static FullPrice undiscounted(long listMinor) {
        return new FullPrice(listMinor, 0, 0);
    }

    /** The full period's price in minor units, rounded. */
    public long rounded() {
        return share(Fraction.ONE);
    }

    /** {@code round(this x ratio)}, in minor units. */
    long share(Fraction ratio) {
        if (discountBasisPoints == 0) {
            return ratio.of(Math.max(0, listMinor - discountAmountMinor));
        }
        var exact = exactShare(ratio);
        return Rounding.round(exact.numerator(), exact.denominator());
    }

    /** What {@link #share} rounds, in minor units, in lowest terms. */
    ExactAmount exactShare(Fraction ratio) {
        var list = BigInteger.valueOf(listMinor).multiply(BigInteger.valueOf(WHOLE - discountBasisPoints));
        var less = BigInteger.valueOf(discountAmountMinor).multiply(BigInteger.valueOf(WHOLE));
        var price = list.subtract(less).max(BigInteger.ZERO);
        return ExactAmount.of(
                price.multiply(BigInteger.valueOf(ratio.numerator())),
                BigInteger.valueOf(WHOLE).multiply(BigInteger.valueOf(ratio.denominator())));
    }
}
