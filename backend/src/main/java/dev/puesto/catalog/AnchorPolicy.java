package dev.puesto.catalog;

/** What a change of seats does to the billing date. */
public enum AnchorPolicy {
    /** A new full period starts with the change and the billing date moves to its day. */
    MOVE,
    /** The period stays; the rest of it is charged. */
    KEEP
}
