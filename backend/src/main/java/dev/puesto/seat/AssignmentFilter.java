package dev.puesto.seat;

import org.jspecify.annotations.Nullable;

/**
 * Which seats of a subscription are meant; what is null narrows nothing.
 *
 * @param search how the user's name or e-mail address begins
 * @param inactiveForDays assigned that long ago, and without a sign-in since
 * @param assignedBy by this person, API client, or the product itself
 */
record AssignmentFilter(
        @Nullable String search,
        @Nullable Integer inactiveForDays,
        @Nullable String assignedBy) {
    static final AssignmentFilter ALL = new AssignmentFilter(null, null, null);

    private static final int DAYS_MAX = 36_500;

    /** How the name or the e-mail address begins; empty for all. */
    String prefix() {
        return search == null ? "" : search.strip();
    }

    /** The days as far as any calendar goes. */
    int days() {
        return inactiveForDays == null ? 0 : Math.clamp(inactiveForDays, 0, DAYS_MAX);
    }

    boolean isEmpty() {
        return prefix().isEmpty() && inactiveForDays == null && assignedBy == null;
    }
}
