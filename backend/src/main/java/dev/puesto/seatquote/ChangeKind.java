package dev.puesto.seatquote;

/** What a change does to a subscription. */
public enum ChangeKind {
    /** Begins one. */
    NEW,
    /** More seats. */
    INCREASE,
    /** Fewer seats. */
    DECREASE,
    /** As many seats as before. */
    UNCHANGED,
    /** Another plan, with any number of seats but none. */
    PLAN_CHANGE,
    /** No seats: it ends. */
    CANCELLATION
}
