package dev.puesto.seat;

/** What a change of many seats does when some of them cannot be changed. */
enum BulkMode {
    /** Nothing at all. */
    ALL_OR_NOTHING,
    /** The others are changed; each user has a result. */
    PER_USER
}
