package dev.puesto.seat;

import dev.puesto.api.SortDirection;

/** How a list of assignments stands. */
record AssignmentOrder(By field, SortDirection direction) {
    static final AssignmentOrder OLDEST_FIRST = new AssignmentOrder(By.ASSIGNED_AT, SortDirection.ASC);

    /** What it is ordered by. */
    enum By {
        ASSIGNED_AT,
        NAME,
        LAST_SIGN_IN
    }
}
