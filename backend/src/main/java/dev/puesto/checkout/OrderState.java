package dev.puesto.checkout;

/** Where an order stands. */
public enum OrderState {
    /** It waits for its payment, and holds its cart, subscriptions, seats and part of the balance until then. */
    PENDING_PAYMENT,
    /** It took effect. */
    PLACED,
    /** It changed nothing. */
    VOIDED
}
