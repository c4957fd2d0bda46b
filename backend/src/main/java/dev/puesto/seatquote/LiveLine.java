package dev.puesto.seatquote;

import dev.puesto.catalog.Price;
import dev.puesto.id.ChargeLineId;
import dev.puesto.id.DocumentId;
import dev.puesto.id.DocumentLineId;
import dev.puesto.tax.TaxCalculation;
import dev.puesto.tax.TaxGroup;
import dev.puesto.tax.TaxableCredit;
import dev.puesto.tax.Taxed;
import java.util.Optional;

/**
 * What was charged for a subscription's seats in its current period, and what of it was given back: a change's credit comes
 * from here. Amounts in minor units.
 *
 * @param chargedNetMinor without tax
 * @param creditedNetMinor without tax, by proration or by hand
 * @param invoice the invoice line that it stands on; empty where nothing was charged
 */
public record LiveLine(
        ChargeLineId id,
        Price price,
        long seats,
        FullPrice fullPrice,
        TaxGroup tax,
        long chargedNetMinor,
        long chargedTaxMinor,
        long creditedNetMinor,
        long creditedTaxMinor,
        Optional<InvoiceLineRef> invoice) {

    /** A line of an invoice. */
    public record InvoiceLineRef(DocumentId documentId, DocumentLineId lineId) {}

    /** What can still be credited, in the price's own kind: with tax where the price contains it. */
    long creditableMinor() {
        return taxableCredit(0).creditableMinor(price.taxInclusive());
    }

    /** A credit of this line with its part of the tax, cumulative over the line. */
    Taxed credit(long creditMinor) {
        return TaxCalculation.credit(taxableCredit(creditMinor), price.taxInclusive());
    }

    private TaxableCredit taxableCredit(long creditMinor) {
        return new TaxableCredit(
                tax, creditMinor, chargedNetMinor, chargedTaxMinor, creditedNetMinor, creditedTaxMinor);
    }
}
