package dev.puesto.document;

/** Whether an invoice is paid. */
public enum SettlementState {
    /** Something is still to be paid. */
    OPEN,
    /** Nothing is open: paid, credited, or both. */
    PAID,
    /** Nobody tries to collect it any more. */
    UNCOLLECTIBLE
}
