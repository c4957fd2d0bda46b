package dev.puesto.notification;

/** What a mail is about. */
public enum MailKind {
    /** An order took effect. */
    ORDER_CONFIRMATION
}
