package dev.puesto.document;

import dev.puesto.api.MoneyView;
import dev.puesto.tax.TaxGroup;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A document's tax of one group as the API shows it. */
record DocumentTaxView(
        TaxGroup group,
        MoneyView net,
        MoneyView tax,
        @Nullable Stated stated) {

    /** The same tax in the taxing country's currency. */
    record Stated(MoneyView tax, BigDecimal rate, String source, LocalDate rateDate) {}
}
