package dev.puesto.ledger;

/** What a ledger entry is about. */
public enum LedgerEntryKind {
    /** An invoice's net amount. */
    CHARGE,
    /** An invoice's tax of one country. */
    CHARGE_TAX,
    /** A credit note's net amount. */
    CREDIT,
    /** A credit note's tax of one country. */
    CREDIT_TAX,
    /** The part of a credit note whose invoice was already paid. */
    CREDIT_TO_BALANCE,
    /** The balance pays an invoice. */
    BALANCE_PAYS,
    /** A part of the balance begins to wait with an order. */
    HOLD,
    /** What waited with an order is free again. */
    HOLD_RETURNS,
    /** A payment pays an invoice. */
    PAYMENT,
    /** A payment, or what it exceeds the invoices by, goes to the balance. */
    PAYMENT_TO_BALANCE,
    /** The vendor gives a balance. */
    GOODWILL,
    /** Money goes back to the customer. */
    REFUND
}
