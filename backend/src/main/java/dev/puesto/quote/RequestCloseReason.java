package dev.puesto.quote;

/** Why a request is over. */
enum RequestCloseReason {
    /** The account took it back. */
    WITHDRAWN
}
