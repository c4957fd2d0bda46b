package dev.puesto.account;

import dev.puesto.api.SortDirection;

/** How a list of users stands. */
record UserOrder(By field, SortDirection direction) {
    static final UserOrder BY_NAME = new UserOrder(By.NAME, SortDirection.ASC);

    /** What it is ordered by. */
    enum By {
        NAME,
        INVITED_AT
    }
}
