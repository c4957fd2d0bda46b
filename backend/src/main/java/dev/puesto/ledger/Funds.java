package dev.puesto.ledger;

import dev.puesto.money.Amounts;

/**
 * An amount of balance by where it came from, in minor units.
 *
 * @param goodwillMinor spent first
 * @param creditMinor spent after it
 */
public record Funds(long goodwillMinor, long creditMinor) {

    /** Nothing. */
    public static final Funds NONE = new Funds(0, 0);

    /** All that can be spent of a balance. */
    public static Funds availableOf(Balance balance) {
        return new Funds(balance.goodwillMinor(), balance.creditMinor());
    }

    /** Both together. */
    public long totalMinor() {
        return Amounts.plus(goodwillMinor, creditMinor);
    }

    /** At most that much of it, goodwill first. */
    public Funds atMost(long minor) {
        long goodwill = Math.min(goodwillMinor, minor);
        return new Funds(goodwill, Math.min(creditMinor, minor - goodwill));
    }

    /** What is left when a part of it is spent. */
    public Funds minus(Funds spent) {
        return new Funds(goodwillMinor - spent.goodwillMinor, creditMinor - spent.creditMinor);
    }
}
