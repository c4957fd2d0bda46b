package dev.puesto.quote;

/** Where a request stands. */
enum RequestState {
    /** With the representative. */
    OPEN,
    /** Answered by an offer. */
    QUOTED,
    /** Over. */
    CLOSED
}
