package dev.puesto.notification;

/** Where a mail stands. */
public enum MailState {
    /** Written while no SMTP server was configured: it is not sent, only read. */
    KEPT,
    /** It will be sent, or tried again. */
    QUEUED,
    /** The SMTP server took it. */
    SENT,
    /** Given up after the last attempt, or because it can never be sent. */
    FAILED
}
