package dev.puesto.attention;

/** How urgently something wants attention. */
enum AttentionSeverity {
    /** Something stopped or will at once. */
    URGENT,
    /** Something will stop. */
    WARNING,
    /** Good to know. */
    NOTICE
}
