package dev.puesto.api;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: the arguments {@code first}, {@code after}, {@code last}, {@code before} of a
 * connection. A controller takes it as an argument; it may be part of a DataLoader's key.
 *
 * @param size from 1 to {@link #MAX_SIZE}
 * @param forward whether the page is read from the list's start to its end ({@code first})
 * @param cursor where to go on, as given by the client; null at the list's end
 */
public record PageRequest(
        int size, boolean forward, @Nullable String cursor) {
    /** The most items that one page holds. */
    public static final int MAX_SIZE = 100;

    /** Reads the four arguments; refuses what is not one page. */
    public static PageRequest of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        if ((first == null) == (last == null)) {
            throw Refusal.badRequest("page", MAX_SIZE);
        }
        boolean forward = first != null;
        int size = forward ? first : last;
        if (size < 1 || size > MAX_SIZE) {
            throw Refusal.badRequest("page", MAX_SIZE);
        }
        if ((forward ? before : after) != null) {
            throw Refusal.badRequest("pageDirection");
        }
        return new PageRequest(size, forward, forward ? after : before);
    }

    /** The first page of that size. */
    public static PageRequest first(int size) {
        return of(size, null, null, null);
    }

    /** How many rows to read: one more than the page, which tells whether the list goes on. */
    public int limit() {
        return size + 1;
    }
}
