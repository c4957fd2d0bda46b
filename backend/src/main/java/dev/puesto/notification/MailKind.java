package dev.puesto.notification;

/** What a mail is about. */
public enum MailKind {
    /** An order took effect. */
    ORDER_CONFIRMATION,
    /** A payment came after its order was voided, and went to the balance. */
    LATE_PAYMENT,
    /** A request was sent to the representative: to whom it was sent by. */
    REQUEST_CONFIRMATION,
    /** A request was sent to the representative: to the representative. */
    REQUEST_RECEIVED,
    /** A request was taken back: to the representative. */
    REQUEST_WITHDRAWN
}
