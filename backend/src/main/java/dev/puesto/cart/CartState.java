package dev.puesto.cart;

/** What can be done with a cart. */
public enum CartState {
    /** Changed and checked out. */
    OPEN,
    /** Nothing: its order waits for a payment. */
    HELD,
    /** Nothing more: its order is placed. */
    CHECKED_OUT
}
