package dev.puesto.ledger;

import dev.puesto.id.DocumentId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * One movement of an amount from the credit account to the debit account: it balances by construction.
 *
 * @param amountMinor above zero, in minor units of the account's currency
 * @param cause what made it
 */
public record LedgerEntry(
        LedgerEntryKind kind, LedgerAccount debit, LedgerAccount credit, long amountMinor, Cause cause) {

    public LedgerEntry {
        if (amountMinor <= 0) {
            throw new IllegalArgumentException("An entry moves an amount above zero");
        }
    }

    /** How much it raises a ledger account that rises by credits: negative where it is debited. */
    long raises(LedgerAccount account) {
        if (credit.equals(account)) {
            return amountMinor;
        }
        return debit.equals(account) ? -amountMinor : 0;
    }

    /**
     * What made an entry: at least one of them, but for goodwill.
     *
     * @param order the order in whose course it was made
     * @param document the invoice that is charged or paid, the credit note that credits
     * @param payment the payment that collected
     */
    public record Cause(
            @Nullable OrderId order,
            @Nullable DocumentId document,
            @Nullable PaymentId payment) {

        /** Nothing but the vendor's good will. */
        public static final Cause NONE = new Cause(null, null, null);

        /** An order. */
        public static Cause of(OrderId order) {
            return new Cause(order, null, null);
        }

        /** The same cause with its document. */
        public Cause with(DocumentId ofDocument) {
            return new Cause(order, ofDocument, payment);
        }

        /** The same cause with its payment. */
        public Cause with(PaymentId ofPayment) {
            return new Cause(order, document, ofPayment);
        }
    }
}
