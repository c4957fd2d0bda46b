package dev.puesto.seat;

import dev.puesto.account.User;
import org.jspecify.annotations.Nullable;

/**
 * What came of one user of a call.
 *
 * @param named how the input names the user
 * @param user null if there is none
 * @param assignment where the user sits now in the product
 */
record SeatResult(
        String named,
        SeatOutcome outcome,
        @Nullable User user,
        @Nullable Assignment assignment) {}
