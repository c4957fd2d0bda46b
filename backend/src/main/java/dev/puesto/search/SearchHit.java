package dev.puesto.search;

import org.jspecify.annotations.Nullable;

/**
 * Something that a search found.
 *
 * @param id its global id
 * @param title what it is called
 * @param detail what tells it from others of that name
 */
record SearchHit(
        Kind kind, String id, String title, @Nullable String detail) {
    /** What it is, in the order of the answer. */
    enum Kind {
        PRODUCT,
        SUBSCRIPTION,
        USER,
        ORDER,
        INVOICE,
        CREDIT_NOTE
    }
}
