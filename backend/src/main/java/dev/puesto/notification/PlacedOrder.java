package dev.puesto.notification;

import dev.puesto.catalog.LocalizedText;
import dev.puesto.catalog.SeatNoun;
import dev.puesto.id.OrderId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A placed order as its confirmation tells of it, all of it facts that no longer change.
 *
 * @param recipient the contact's e-mail address when the order was made
 * @param zone the account's
 * @param charged whether what is left to pay comes with the next charge; else the invoice is to be paid by its date
 */
record PlacedOrder(
        OrderId id,
        long number,
        String accountName,
        ZoneId zone,
        String recipient,
        Locale locale,
        CurrencyUnit currency,
        Instant placedAt,
        @Nullable String purchaseOrderNumber,
        boolean charged,
        Totals totals,
        List<Line> lines,
        List<Document> documents,
        List<Tax> taxes,
        Optional<Payment> payment) {

    /**
     * The order's sums.
     *
     * @param total charges less credits, with tax; below zero where the balance grows
     * @param carriedInvoices open invoices of before that the order collected too
     * @param balanceApplied part paid from the balance
     * @param balanceAdded part that went to the balance
     * @param due what was left to pay
     */
    record Totals(Money total, Money carriedInvoices, Money balanceApplied, Money balanceAdded, Money due) {}

    /**
     * One change.
     *
     * @param kind as the order's line has it
     * @param zone the billing period's
     * @param dueAt when a change at renewal takes effect; null for one that took effect at once
     * @param chargeNet without tax
     * @param creditNet without tax
     * @param released how many users lost their seat
     * @param explanations where its amounts come from, one sentence each, as the seat quote had them
     */
    record Line(
            String product,
            SeatNoun seatNoun,
            LocalizedText plan,
            String kind,
            long previousSeats,
            long seats,
            @Nullable Instant periodStart,
            @Nullable Instant periodEnd,
            ZoneId zone,
            @Nullable Instant dueAt,
            Money chargeNet,
            Money creditNet,
            int released,
            List<String> explanations) {

        boolean isNew() {
            return kind.equals("NEW");
        }

        boolean isAtRenewal() {
            return dueAt != null;
        }
    }

    /**
     * An invoice or credit note of the order.
     *
     * @param dueDate of an invoice
     */
    record Document(
            boolean invoice, String number, @Nullable LocalDate dueDate) {}

    /**
     * A group of tax of the order's documents.
     *
     * @param rateBasisPoints hundredths of a per cent
     * @param amount the invoice's less the credit note's
     */
    record Tax(String country, String treatment, int rateBasisPoints, Money amount) {}

    /** The payment that was collected. */
    record Payment(Money amount, String brand, String lastDigits) {}
}
