package dev.puesto.seatquote;

import dev.puesto.id.DocumentId;
import dev.puesto.money.Amounts;
import dev.puesto.seatquote.Totals.InvoiceAmount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up the priced changes: credits settle what they correct, then pay with the balance, and the rest is due. */
final class Summation {
    private final PricingInput input;
    private final LinePricing money;
    private final List<PricedChange> changes;
    private final List<PricedLine> lines;

    Summation(PricingInput input, LinePricing money, List<PricedChange> changes) {
        this.input = input;
        this.money = money;
        this.changes = changes;
        this.lines = changes.stream().flatMap(change -> change.lines().stream()).toList();
    }

    Totals totals() {
        var charges = gross(LineKind.CHARGE);
        var credits = gross(LineKind.CREDIT);
        var settlements = settlements();
        var available = Math.subtractExact(credits, sum(settlements));
        var carried = carried(charges, settlements);
        var payable = Amounts.plus(charges, sum(carried));
        var afterCredit = Math.max(0, payable - available);
        var applied = Math.min(input.balanceMinor(), afterCredit);
        return new Totals(
                TaxSplit.groups(changes, LineKind.CHARGE),
                TaxSplit.groups(changes, LineKind.CREDIT),
                money.money(charges),
                money.money(credits),
                money.money(charges - credits),
                settlements,
                money.money(available),
                carried,
                money.money(sum(carried)),
                money.money(input.balanceMinor()),
                money.money(applied),
                money.money(afterCredit - applied),
                money.money(Math.max(0, available - payable)));
    }

    private long gross(LineKind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(PricedLine::gross)
                .mapToLong(Amounts::minor)
                .reduce(0, Amounts::plus);
    }

    private List<InvoiceAmount> settlements() {
        var credits = creditsByInvoice();
        return input.openInvoices().stream()
                .filter(invoice -> credits.containsKey(invoice.id()))
                .map(invoice -> part(invoice, Math.min(invoice.openMinor(), credits.get(invoice.id()))))
                .filter(settlement -> settlement.amount().isPositive())
                .toList();
    }

    private Map<DocumentId, Long> creditsByInvoice() {
        var credits = new HashMap<DocumentId, Long>();
        for (var line : lines) {
            line.corrects()
                    .flatMap(LiveLine::invoice)
                    .ifPresent(
                            invoice -> credits.merge(invoice.documentId(), Amounts.minor(line.gross()), Amounts::plus));
        }
        return credits;
    }

    private List<InvoiceAmount> carried(long charges, List<InvoiceAmount> settlements) {
        var overdueToo = changes.stream().anyMatch(PricedChange::increasesPastDue);
        return input.openInvoices().stream()
                .filter(invoice -> (charges > 0 && invoice.withNextCharge()) || (overdueToo && invoice.overdue()))
                .map(invoice -> part(invoice, invoice.openMinor() - settled(invoice, settlements)))
                .filter(carried -> carried.amount().isPositive())
                .toList();
    }

    private static long settled(OpenInvoice invoice, List<InvoiceAmount> settlements) {
        return settlements.stream()
                .filter(settlement -> settlement.invoiceId().equals(invoice.id()))
                .map(InvoiceAmount::amount)
                .mapToLong(Amounts::minor)
                .sum();
    }

    private InvoiceAmount part(OpenInvoice invoice, long minor) {
        return new InvoiceAmount(invoice.id(), invoice.number(), money.money(minor));
    }

    private static long sum(List<InvoiceAmount> amounts) {
        return amounts.stream()
                .map(InvoiceAmount::amount)
                .mapToLong(Amounts::minor)
                .reduce(0, Amounts::plus);
    }
}
