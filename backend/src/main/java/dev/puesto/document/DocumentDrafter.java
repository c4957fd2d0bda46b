package dev.puesto.document;

import dev.puesto.account.Account;
import dev.puesto.account.CollectionMethod;
import dev.puesto.id.DocumentId;
import dev.puesto.money.Amounts;
import dev.puesto.tax.TaxCalculation;
import dev.puesto.tax.TaxSettings;
import dev.puesto.tax.Taxed;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drafts the documents of an order; pure but for the seller's settings. */
@Component
public final class DocumentDrafter {

    private final DocumentSettings settings;
    private final TaxSettings tax;

    DocumentDrafter(DocumentSettings settings, TaxSettings tax) {
        this.settings = settings;
        this.tax = tax;
    }

    /** The documents that the lines need, exactly. */
    public OrderDocuments draft(DocumentBasis basis) {
        return new OrderDocuments(
                basis.charges().isEmpty() ? null : draft(basis, DocumentKind.INVOICE, basis.invoice(), basis.charges()),
                basis.credits().isEmpty()
                        ? null
                        : draft(basis, DocumentKind.CREDIT_NOTE, basis.creditNote(), basis.credits()));
    }

    private DocumentDraft draft(DocumentBasis basis, DocumentKind kind, DocumentId id, List<DocumentLine> lines) {
        CurrencyUnit currency = basis.account().currency();
        var taxes = taxes(basis, currency, lines);
        return new DocumentDraft(
                id,
                kind,
                dueDate(basis, kind),
                basis.order(),
                currency,
                kind == DocumentKind.INVOICE ? basis.chargesContainTax() : basis.creditsContainTax(),
                sum(taxes.stream().map(DocumentTax::amount).map(Taxed::netMinor).toList()),
                sum(taxes.stream().map(DocumentTax::amount).map(Taxed::taxMinor).toList()),
                basis.purchaseOrderNumber(),
                seller(),
                buyer(basis.account(), basis.taxId()),
                lines,
                taxes);
    }

    private List<DocumentTax> taxes(DocumentBasis basis, CurrencyUnit currency, List<DocumentLine> lines) {
        LocalDate on = tax.dateOf(basis.placedAt());
        return TaxCalculation.byGroup(lines.stream().map(DocumentLine::amount).toList()).stream()
                .map(group -> new DocumentTax(group, TaxStatement.of(group, currency, basis.rates(), on)))
                .toList();
    }

    private @Nullable LocalDate dueDate(DocumentBasis basis, DocumentKind kind) {
        LocalDate today = tax.dateOf(basis.placedAt());
        return switch (kind) {
            case INVOICE ->
                basis.account().collection() == CollectionMethod.SEND_INVOICE
                        ? today.plusDays(basis.account().paymentTermDays())
                        : today;
            case CREDIT_NOTE -> null;
        };
    }

    private Party seller() {
        var seller = settings.seller();
        return new Party(
                Party.VERSION,
                seller.name(),
                seller.line1(),
                seller.line2(),
                seller.postalCode(),
                seller.city(),
                tax.country(),
                seller.taxId());
    }

    private static Party buyer(Account account, @Nullable String taxId) {
        var address = account.address();
        return new Party(
                Party.VERSION,
                account.name(),
                address.line1(),
                address.line2(),
                address.postalCode(),
                address.city(),
                address.country(),
                taxId);
    }

    private static long sum(List<Long> minors) {
        return minors.stream().reduce(0L, Amounts::plus);
    }
}
