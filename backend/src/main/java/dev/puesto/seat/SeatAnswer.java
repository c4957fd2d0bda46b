package dev.puesto.seat;

import dev.puesto.api.UserError;
import dev.puesto.subscription.Subscription;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What a call that changes seats answers.
 *
 * @param subscription as the call leaves it
 * @param results one for each user that the input names, in its order
 * @param userErrors why nothing changed; empty if the call did what it could
 * @param left counts whom the input's filter still means, when it is asked for
 */
record SeatAnswer(Subscription subscription, List<SeatResult> results, List<UserError> userErrors, LongSupplier left) {

    static SeatAnswer refused(Subscription subscription, UserError error) {
        return new SeatAnswer(subscription, List.of(), List.of(error), () -> 0);
    }

    /** The same, with who counts whom the filter still means. */
    SeatAnswer leaving(LongSupplier stillMeant) {
        return new SeatAnswer(subscription, results, userErrors, stillMeant);
    }

    /** How many the input's filter still means. */
    public long remaining() {
        return left.getAsLong();
    }
}
