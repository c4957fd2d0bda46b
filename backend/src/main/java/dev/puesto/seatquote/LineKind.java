package dev.puesto.seatquote;

/** What a line of a seat quote is. */
public enum LineKind {
    /** The unused part of what was charged, given back; it stands on a credit note. */
    CREDIT,
    /** The price of seats for a period or the rest of one; it stands on an invoice. */
    CHARGE,
    /** Seats in a trial: they cost nothing. */
    TRIAL,
    /** A change that waits for the renewal: it costs nothing now. */
    SCHEDULED
}
