package dev.puesto.money;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Amounts of money in minor units of their ISO 4217 currency, never beyond 2^53 - 1 either way. */
public final class Amounts {

    /** The largest amount in minor units, 2^53 - 1: exact in JSON numbers too. */
    public static final long MAXIMUM_MINOR = (1L << 53) - 1;

    private Amounts() {}

    /**
     * An amount of minor units.
     *
     * @throws AmountOutOfRange beyond {@link #MAXIMUM_MINOR}
     */
    public static Money ofMinor(CurrencyUnit currency, long minor) {
        return Money.ofMinor(currency, inRange(minor));
    }

    /** The amount in minor units. */
    public static long minor(Money amount) {
        return amount.getAmountMinorLong();
    }

    /** The amount as a decimal number with exactly the currency's digits, as {@code 12.50}, {@code 1250} or {@code 1.250}. */
    public static String decimal(Money amount) {
        return amount.getAmount().toPlainString();
    }

    /**
     * The sum of two amounts in minor units.
     *
     * @throws AmountOutOfRange beyond {@link #MAXIMUM_MINOR}
     */
    public static long plus(long minor, long other) {
        return inRange(inRange(minor) + inRange(other));
    }

    /**
     * An amount in minor units, a number of times.
     *
     * @throws AmountOutOfRange beyond {@link #MAXIMUM_MINOR}
     */
    public static long times(long minor, long count) {
        var high = Math.multiplyHigh(minor, count);
        var low = minor * count;
        if (high != low >> 63) {
            throw new AmountOutOfRange(minor + " x " + count);
        }
        return inRange(low);
    }

    /**
     * The same number of minor units, checked.
     *
     * @throws AmountOutOfRange beyond {@link #MAXIMUM_MINOR}
     */
    public static long inRange(long minor) {
        if (minor > MAXIMUM_MINOR || minor < -MAXIMUM_MINOR) {
            throw new AmountOutOfRange(Long.toString(minor));
        }
        return minor;
    }
}
