package dev.puesto.document;

import dev.puesto.id.DocumentId;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/**
 * How an invoice stands; the invoice itself never changes.
 *
 * @param totalMinor the invoice's total, in minor units of {@code currency}
 * @param paidMinor paid by payments and by the balance
 * @param creditedMinor settled by credit notes
 */
public record Settlement(
        DocumentId invoice,
        SettlementState state,
        CurrencyUnit currency,
        long totalMinor,
        long paidMinor,
        long creditedMinor,
        LocalDate dueDate) {

    /** The settlement of an invoice that nothing was paid of yet. */
    static Settlement unpaid(DocumentDraft invoice) {
        LocalDate due = Objects.requireNonNull(invoice.dueDate());
        return new Settlement(invoice.id(), SettlementState.OPEN, invoice.currency(), invoice.totalMinor(), 0, 0, due)
                .with(0, 0);
    }

    /** What is still to be paid. */
    public long openMinor() {
        return totalMinor - paidMinor - creditedMinor;
    }

    Settlement paid(long minor) {
        return with(minor, 0);
    }

    Settlement credited(long minor) {
        return with(0, minor);
    }

    private Settlement with(long morePaidMinor, long moreCreditedMinor) {
        long paid = paidMinor + morePaidMinor;
        long credited = creditedMinor + moreCreditedMinor;
        if (morePaidMinor < 0 || moreCreditedMinor < 0 || paid + credited > totalMinor) {
            throw new IllegalArgumentException("No more than what is open can be settled");
        }
        var next = paid + credited == totalMinor ? SettlementState.PAID : state;
        return new Settlement(invoice, next, currency, totalMinor, paid, credited, dueDate);
    }
}
