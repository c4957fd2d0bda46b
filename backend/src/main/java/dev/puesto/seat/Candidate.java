package dev.puesto.seat;

import dev.puesto.account.User;
import dev.puesto.account.UserStatus;
import dev.puesto.subscription.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A user that a change of seats names, as it finds them.
 *
 * @param live the user's seat in the product, in whatever subscription of the account; null for none
 */
record Candidate(User user, @Nullable Assignment live) {

    /** Whether the seat is one of that subscription. */
    boolean sitsIn(Subscription subscription) {
        return live != null && live.subscriptionId().equals(subscription.subscriptionId());
    }

    boolean deactivated() {
        return user.status() == UserStatus.DEACTIVATED;
    }
}
