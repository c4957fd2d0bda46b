package dev.puesto.seat;

import dev.puesto.api.UserError;
import dev.puesto.subscription.Subscription;
import java.util.List;

/**
 * What a call that changes seats answers.
 *
 * @param subscription as the call leaves it
 * @param results one for each user that the input names, in its order
 * @param userErrors why nothing changed; empty if the call did what it could
 */
record SeatAnswer(Subscription subscription, List<SeatResult> results, List<UserError> userErrors) {

    static SeatAnswer refused(Subscription subscription, UserError error) {
        return new SeatAnswer(subscription, List.of(), List.of(error));
    }
}
