package dev.puesto.cart;

/** What changed of a line's subject since the line was set. */
public enum LineDrift {
    /** The subscription owns another number of seats. */
    SEATS,
    /** Another version of the price is in force. */
    PRICE,
    /** The subscription is in another period. */
    PERIOD,
    /** The subscription has ended. */
    ENDED
}
