package dev.puesto.seatquote;

import dev.puesto.api.UserError;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.SubscriptionId;
import java.time.Instant;
import java.util.List;

/**
 * A subscription's period is over and its renewal comes first.
 *
 * @param dueAt when the period ended
 */
public record RenewalDue(List<String> field, AccountId accountId, SubscriptionId subscription, Instant dueAt)
        implements UserError {

    /** The subscription's id in the API. */
    public GlobalId subscriptionId() {
        return GlobalId.of("Subscription", accountId, subscription);
    }
}
