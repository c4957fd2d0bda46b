package dev.puesto.account;

import dev.puesto.api.SortDirection;

/** How a list of accounts stands. */
record AccountOrder(By field, SortDirection direction) {
    static final AccountOrder OLDEST_FIRST = new AccountOrder(By.CREATED_AT, SortDirection.ASC);

    /** What it is ordered by. */
    enum By {
        CREATED_AT,
        NAME
    }
}
