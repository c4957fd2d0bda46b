package dev.puesto.checkout;

/** Why an order changed nothing. */
public enum VoidReason {
    /** The payment was declined. */
    DECLINED,
    /** The payment did not come in time. */
    EXPIRED,
    /** The payment was cancelled. */
    CANCELED
}
