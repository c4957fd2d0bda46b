package dev.puesto.document;

import dev.puesto.id.DocumentId;
import dev.puesto.id.OrderId;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A document but for its number, date and hash.
 *
 * @param dueDate until when it is to be paid; of an invoice only
 * @param order the order that it documents; null for others
 * @param taxInclusive whether its prices contained tax
 * @param netMinor without tax, in minor units of {@code currency}
 * @param taxMinor the tax of all groups
 * @param lines at least one
 */
public record DocumentDraft(
        DocumentId id,
        DocumentKind kind,
        @Nullable LocalDate dueDate,
        @Nullable OrderId order,
        CurrencyUnit currency,
        boolean taxInclusive,
        long netMinor,
        long taxMinor,
        @Nullable String purchaseOrderNumber,
        Party seller,
        Party buyer,
        List<DocumentLine> lines,
        List<DocumentTax> taxes) {

    /** With tax. */
    public long totalMinor() {
        return netMinor + taxMinor;
    }
}
