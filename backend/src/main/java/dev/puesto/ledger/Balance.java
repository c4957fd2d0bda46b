package dev.puesto.ledger;

import dev.puesto.money.Amounts;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What the vendor holds for a customer, in minor units; none of the four is ever below zero.
 *
 * @param creditMinor from credit notes and payments
 * @param goodwillMinor given by the vendor
 * @param heldCreditMinor the part of the first that waits with an order for its payment
 * @param heldGoodwillMinor the part of the second that waits with an order for its payment
 */
public record Balance(
        CurrencyUnit currency, long creditMinor, long goodwillMinor, long heldCreditMinor, long heldGoodwillMinor) {

    /** No balance at all. */
    public static Balance none(CurrencyUnit currency) {
        return new Balance(currency, 0, 0, 0, 0);
    }

    /** What can be spent: credit and goodwill, without what is held. */
    public long availableMinor() {
        return Amounts.plus(creditMinor, goodwillMinor);
    }

    /** What can be spent. */
    public Money available() {
        return Amounts.ofMinor(currency, availableMinor());
    }

    /** What can be spent of credit notes and payments. */
    public Money fromCredits() {
        return Amounts.ofMinor(currency, creditMinor);
    }

    /** What can be spent of the vendor's goodwill. */
    public Money fromGoodwill() {
        return Amounts.ofMinor(currency, goodwillMinor);
    }

    /** What waits with orders for their payment. */
    public Money held() {
        return Amounts.ofMinor(currency, Amounts.plus(heldCreditMinor, heldGoodwillMinor));
    }
}
