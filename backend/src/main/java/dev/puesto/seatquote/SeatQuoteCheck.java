package dev.puesto.seatquote;

/** Whether a seat quote that a buyer saw still holds. */
public sealed interface SeatQuoteCheck {

    /**
     * It does: what is in force now gives the same changes, lines, tax, balance, released seats and amount due.
     *
     * @param seatQuote the same again, computed as of the same instant
     */
    record Holds(SeatQuote seatQuote) implements SeatQuoteCheck {}

    /**
     * It does not: it expired, it is of other changes, or something that it rests on is another now.
     *
     * @param seatQuote a fresh one
     */
    record Changed(SeatQuote seatQuote) implements SeatQuoteCheck {}
}
