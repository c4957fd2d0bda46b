package dev.puesto.checkout;

import dev.puesto.seatquote.Totals;

/**
 * The sums of an order, in minor units of its currency.
 *
 * @param chargesMinor with tax: the invoice's total
 * @param creditsMinor with tax: the credit note's total
 * @param carriedMinor open invoices of before that it collects too
 * @param balanceAppliedMinor paid from the balance of before
 * @param balanceAddedMinor what goes to the balance
 * @param dueMinor what a payment has to collect, or what stays open
 */
record OrderAmounts(
        long chargesMinor,
        long creditsMinor,
        long carriedMinor,
        long balanceAppliedMinor,
        long balanceAddedMinor,
        long dueMinor) {

    static OrderAmounts of(Totals totals) {
        return new OrderAmounts(
                totals.charges().getAmountMinorLong(),
                totals.credits().getAmountMinorLong(),
                totals.carriedInvoices().getAmountMinorLong(),
                totals.balanceApplied().getAmountMinorLong(),
                totals.balanceAdded().getAmountMinorLong(),
                totals.amountDue().getAmountMinorLong());
    }
}
