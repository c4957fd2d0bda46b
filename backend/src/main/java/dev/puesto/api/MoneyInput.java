package dev.puesto.api;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An amount as the schema's input {@code MoneyInput} brings it.
 *
 * @param minorUnits in the currency's smallest unit
 * @param currency one that ISO 4217 knows
 */
public record MoneyInput(long minorUnits, CurrencyUnit currency) {

    /** The amount. */
    public Money toMoney() {
        return Money.ofMinor(currency, minorUnits);
    }
}
