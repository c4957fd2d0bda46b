package dev.puesto.checkout;

import dev.puesto.account.Account;
import dev.puesto.document.DocumentBasis;
import dev.puesto.document.DocumentDrafter;
import dev.puesto.document.DocumentLine;
import dev.puesto.document.OrderDocuments;
import dev.puesto.id.DocumentId;
import dev.puesto.jooq.Json;
import dev.puesto.tax.TaxGroup;
import dev.puesto.tax.TaxRates;
import dev.puesto.tax.Taxed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Drafts the documents of a plan. */
final class PlannedDocuments {
    private static final DocumentId NONE = new DocumentId(new UUID(0, 0));

    private PlannedDocuments() {}

    /**
     * The documents as they are issued when the order is placed; the buyer is who the account is then.
     *
     * @param taxId the buyer's VAT number
     */
    static OrderDocuments draft(
            DocumentDrafter drafter,
            Account account,
            Order order,
            OrderPlan plan,
            Instant placedAt,
            @Nullable String taxId,
            TaxRates rates) {
        return drafter.draft(new DocumentBasis(
                account,
                taxId,
                order.orderId(),
                order.purchaseOrderNumber(),
                Objects.requireNonNullElse(plan.invoiceId(), NONE),
                Objects.requireNonNullElse(plan.creditNoteId(), NONE),
                containTax(plan.charges()),
                containTax(plan.credits()),
                placedAt,
                rates,
                lines(plan.charges()),
                lines(plan.credits())));
    }

    /** A document holds one kind of price. */
    private static boolean containTax(List<PlannedLine> lines) {
        return !lines.isEmpty() && lines.getFirst().taxInclusive();
    }

    private static List<DocumentLine> lines(List<PlannedLine> lines) {
        return lines.stream().map(PlannedDocuments::line).toList();
    }

    private static DocumentLine line(PlannedLine line) {
        TaxGroup group = new TaxGroup(line.taxCountry(), line.taxTreatment(), line.taxRateBasisPoints());
        return new DocumentLine(
                line.id(),
                line.subscriptionId(),
                line.description(),
                line.seats(),
                line.startAt(),
                line.endAt(),
                new Taxed(group, line.netMinor(), line.taxMinor()),
                Optional.ofNullable(line.correctsDocument())
                        .map(document ->
                                new DocumentLine.Corrected(document, Objects.requireNonNull(line.correctsLine())))
                        .orElse(null),
                Json.of(line.explanation()));
    }
}
