package dev.puesto.payment;

/** How far an attempt to collect is. */
public enum PaymentState {
    /** Waits for the customer's confirmation at its bank. */
    REQUIRES_ACTION,
    /** Asked for; the answer is not known yet. */
    PENDING,
    /** The money is collected. */
    SUCCEEDED,
    /** Refused for good. */
    DECLINED,
    /** Given up before it succeeded. */
    CANCELED
}
