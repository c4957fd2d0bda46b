package dev.puesto.api;

import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * An amount as the schema's type {@code Money} shows it.
 *
 * @param amount with the currency's digits
 * @param minorUnits in the currency's smallest unit
 * @param currency the three letters by ISO 4217
 */
public record MoneyView(BigDecimal amount, long minorUnits, String currency) {

    /** The view of an amount. */
    public static MoneyView of(Money money) {
        return new MoneyView(
                money.getAmount(),
                money.getAmountMinorLong(),
                money.getCurrencyUnit().getCode());
    }
}
