package dev.puesto.checkout;

import dev.puesto.id.DocumentId;
import dev.puesto.tax.TaxIdState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A seat quote as an order freezes it: what is charged and credited, and all that placing the order writes, with the ids
 * of it. Kept with the order as JSON, so that placing it at once, after its payment or after a crash is the same; seat
 * quotes find in it which invoices an order that waits will settle. Amounts in minor units of the account's currency.
 *
 * @param version of this form; 1 has no {@code buyerTaxId}
 * @param asOf the instant that it is priced at and takes effect from
 * @param invoiceId the id that its invoice will have; null without charges
 * @param creditNoteId the id that its credit note will have; null without credits
 * @param carried the open invoices of before that it collects too
 * @param taxId the VAT number that it adds; null for none
 * @param buyerTaxId the VAT number that decided the tax, which its documents print; null for none
 */
record OrderPlan(
        int version,
        Instant asOf,
        @Nullable DocumentId invoiceId,
        @Nullable DocumentId creditNoteId,
        OrderAmounts amounts,
        List<PlannedChange> changes,
        List<PlannedLine> charges,
        List<PlannedLine> credits,
        Set<DocumentId> carried,
        @Nullable AddedTaxId taxId,
        @Nullable String buyerTaxId) {
    static final int VERSION = 2;

    /**
     * The VAT number that its documents print.
     *
     * @param live the account's own now, for a plan that does not know
     */
    @Nullable
    String printedTaxId(@Nullable String live) {
        if (version > 1) {
            return buyerTaxId;
        }
        return taxId == null ? live : taxId.number();
    }

    /**
     * A VAT number that the order adds, with what its check said.
     *
     * @param country by ISO 3166
     */
    record AddedTaxId(
            String country,
            String number,
            TaxIdState state,
            @Nullable Instant checkedAt,
            @Nullable String reference) {}
}
