package dev.puesto.document;

import dev.puesto.tax.Taxed;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The tax of a document in one group.
 *
 * @param amount the group's net amount and tax in the document's currency
 * @param stated the same tax in the taxing country's currency; null where that is the document's own, no tax is due, or
 *     no rate is known
 */
public record DocumentTax(Taxed amount, @Nullable StatedTax stated) {

    /**
     * Tax in the taxing country's currency.
     *
     * @param taxMinor in minor units of {@code currency}
     * @param rate units of {@code currency} for one unit of the document's, to eight digits
     * @param source who published the rates
     * @param on the day of the rates
     */
    public record StatedTax(String currency, long taxMinor, BigDecimal rate, String source, LocalDate on) {}
}
