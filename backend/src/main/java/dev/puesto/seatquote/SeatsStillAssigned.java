package dev.puesto.seatquote;

import dev.puesto.api.UserError;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.subscription.ReleaseRule;
import java.util.List;

/**
 * More seats are assigned than would be left.
 *
 * @param assigned how many are assigned now, less those that the change frees
 * @param excess how many more must be freed
 * @param toRelease whose seats each rule would free
 */
public record SeatsStillAssigned(
        List<String> field,
        AccountId accountId,
        SubscriptionId subscription,
        long assigned,
        long excess,
        List<ReleaseProposal> toRelease)
        implements UserError {

    /** The most users that a proposal names. */
    static final int NAMED_MAX = 100;

    /** The subscription's id in the API. */
    public GlobalId subscriptionId() {
        return GlobalId.of("Subscription", accountId, subscription);
    }

    @Override
    public List<?> messageArguments() {
        return List.of(assigned, assigned - excess, excess);
    }

    /** Whose seats a rule would free, at most {@value SeatsStillAssigned#NAMED_MAX} named. */
    public record ReleaseProposal(ReleaseRule rule, List<SeatedUserView> users) {}
}
