package dev.puesto.seat;

/** Why somebody lost a seat. */
enum ReleaseReason {
    /** Taken by hand or by a tool. */
    RELEASED,
    /** Given to another user. */
    TRANSFERRED,
    /** The subscription owns fewer seats. */
    REDUCED,
    /** The subscription ended. */
    ENDED,
    /** The user was deactivated. */
    DEACTIVATED
}
