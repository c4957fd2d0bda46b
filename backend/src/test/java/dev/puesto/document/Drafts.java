package dev.puesto.document;

import dev.puesto.document.DocumentLine.Corrected;
import dev.puesto.id.DocumentId;
import dev.puesto.id.DocumentLineId;
import dev.puesto.id.OrderId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.tax.TaxCalculation;
import dev.puesto.tax.TaxGroup;
import dev.puesto.tax.Taxed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jooq.JSONB;

/** Drafts for tests: one line at 21 % Spanish tax. */
final class Drafts {

    static final TaxGroup SPAIN = TaxGroup.standard("ES", 2100);
    static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private Drafts() {}

    static DocumentDraft invoice(OrderId order, long netMinor, long taxMinor) {
        return draft(DocumentKind.INVOICE, order, line(netMinor, taxMinor, null));
    }

    static DocumentDraft creditNote(OrderId order, DocumentDraft corrected, long netMinor, long taxMinor) {
        return creditNote(order, corrected.id(), corrected.lines().getFirst().id(), netMinor, taxMinor);
    }

    static DocumentDraft creditNote(
            OrderId order, DocumentId invoice, DocumentLineId corrected, long netMinor, long taxMinor) {
        return draft(DocumentKind.CREDIT_NOTE, order, line(netMinor, taxMinor, new Corrected(invoice, corrected)));
    }

    private static DocumentLine line(long netMinor, long taxMinor, Corrected corrects) {
        return new DocumentLine(
                new DocumentLineId(TimeOrderedUuid.next()),
                null,
                "Agentes, 10 puestos «ñ» \"1\" 😀",
                10,
                MARCH,
                Instant.parse("2026-04-01T00:00:00Z"),
                new Taxed(SPAIN, netMinor, taxMinor),
                corrects,
                JSONB.valueOf("{\"version\": 1}"));
    }

    private static DocumentDraft draft(DocumentKind kind, OrderId order, DocumentLine line) {
        var party = new Party(Party.VERSION, "Acme", "Calle Mayor 1", null, "28013", "Madrid", "ES", null);
        var taxes = TaxCalculation.byGroup(List.of(line.amount())).stream()
                .map(group -> new DocumentTax(group, null))
                .toList();
        return new DocumentDraft(
                new DocumentId(TimeOrderedUuid.next()),
                kind,
                kind == DocumentKind.INVOICE ? LocalDate.parse("2026-03-31") : null,
                order,
                CurrencyUnit.EUR,
                false,
                line.amount().netMinor(),
                line.amount().taxMinor(),
                null,
                party,
                party,
                List.of(line),
                taxes);
    }
}
