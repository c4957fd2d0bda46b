package dev.puesto.seatquote;

/** When a change takes effect. */
public enum Effective {
    /** As soon as the order is placed. */
    NOW,
    /** At the end of the current period; it can be undone until then. */
    AT_RENEWAL
}
