package dev.puesto.seatquote;

import dev.puesto.id.DocumentId;
import dev.puesto.tax.Taxed;
import java.util.List;
import org.joda.money.Money;

/**
 * The sums of a seat quote:
 * {@code total = charges - credits} and {@code amountDue = max(0, charges + carriedInvoices - creditAvailable - balance)}.
 *
 * @param chargeTax the tax of the invoice, by group
 * @param creditTax the tax of the credit note, by group
 * @param charges with tax
 * @param credits with tax, positive
 * @param total charges less credits; below zero where more is given back than charged
 * @param settlements what the credits settle of invoices still open, which they correct
 * @param creditAvailable what is left of the credits then
 * @param carried the open invoices that this checkout collects too, each with what is open of it after the settlements
 * @param carriedInvoices their sum
 * @param balance the account's balance before
 * @param balanceApplied the part of it that pays
 * @param amountDue what is to be paid
 * @param balanceAdded what of the credits goes to the balance
 */
public record Totals(
        List<Taxed> chargeTax,
        List<Taxed> creditTax,
        Money charges,
        Money credits,
        Money total,
        List<InvoiceAmount> settlements,
        Money creditAvailable,
        List<InvoiceAmount> carried,
        Money carriedInvoices,
        Money balance,
        Money balanceApplied,
        Money amountDue,
        Money balanceAdded) {

    /** A part of an open invoice. */
    public record InvoiceAmount(DocumentId invoiceId, String number, Money amount) {}
}
