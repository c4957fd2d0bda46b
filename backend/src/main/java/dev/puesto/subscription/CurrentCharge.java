package dev.puesto.subscription;

import dev.puesto.api.MoneyView;
import java.time.Instant;
import org.joda.money.Money;

/**
 * What was charged for a subscription's current period, as the API shows it.
 *
 * @param fullPrice for the whole billing period, discount taken off
 * @param charged net
 * @param credited net, so far
 */
record CurrentCharge(
        long seats,
        Instant startAt,
        Instant endAt,
        MoneyView fullPrice,
        int discountBasisPoints,
        MoneyView discountAmount,
        boolean taxInclusive,
        MoneyView charged,
        MoneyView chargedTax,
        MoneyView credited,
        MoneyView creditedTax) {

    static CurrentCharge of(ChargeLine line) {
        return new CurrentCharge(
                line.seats(),
                line.startAt(),
                line.endAt(),
                money(line, line.fullPriceMinor()),
                line.discountBasisPoints(),
                money(line, line.discountAmountMinor()),
                line.taxInclusive(),
                money(line, line.chargedNetMinor()),
                money(line, line.chargedTaxMinor()),
                money(line, line.creditedNetMinor()),
                money(line, line.creditedTaxMinor()));
    }

    private static MoneyView money(ChargeLine line, long minor) {
        return MoneyView.of(Money.ofMinor(line.currency(), minor));
    }
}
