package dev.puesto.notification;

/** What a mail is about. */
public enum MailKind {
    /** An order took effect. */
    ORDER_CONFIRMATION,
    /** A payment came after its order was voided, and went to the balance. */
    LATE_PAYMENT
}
