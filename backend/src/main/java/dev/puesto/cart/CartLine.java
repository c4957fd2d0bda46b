package dev.puesto.cart;

import dev.puesto.id.AccountId;
import dev.puesto.id.CartLineId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PlanId;
import dev.puesto.id.ProductId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.seatquote.Effective;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.subscription.ReleaseRule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change in a cart.
 *
 * @param position its place in the cart, from 1
 * @param change what is asked for
 * @param planId the plan that it leads to
 * @param drift what changed of its subject since it was set
 * @param seatsOwned how many seats its subscription owns now; null for a new one
 */
public record CartLine(
        AccountId accountId,
        CartLineId cartLineId,
        int position,
        SeatChangeRequest change,
        ProductId productId,
        PlanId planId,
        Set<LineDrift> drift,
        @Nullable Long seatsOwned) {

    /** Its id in the API. */
    public GlobalId id() {
        return GlobalId.of("CartLine", accountId, cartLineId);
    }

    /** The subscription's id in the API; null for a new one. */
    public @Nullable GlobalId subscriptionId() {
        return subscription(change.subscriptionId());
    }

    /** The target number of seats. */
    public long seats() {
        return change.seats();
    }

    /** When it takes effect, as asked. */
    public @Nullable Effective effective() {
        return change.effective();
    }

    /** The id of the subscription whose dates a new one joins. */
    public @Nullable GlobalId alignTo() {
        return subscription(change.alignTo());
    }

    /** Whose seats it frees by a rule. */
    public @Nullable ReleaseRule releaseRule() {
        return change.releases().rule();
    }

    /** Whose seats it frees by name. */
    public List<GlobalId> releaseUserIds() {
        return change.releases().userIds().stream()
                .map(user -> GlobalId.of("User", accountId, user))
                .toList();
    }

    private @Nullable GlobalId subscription(@Nullable SubscriptionId id) {
        return id == null ? null : GlobalId.of("Subscription", accountId, id);
    }

    /** Whether its subject is no longer as it was when the line was set. */
    public boolean stale() {
        return !drift.isEmpty();
    }

    /** Whether it changes what that change changes: the same subscription, or the same plan anew. */
    boolean isAbout(SeatChangeRequest other) {
        return change.subscriptionId() == null
                ? other.subscriptionId() == null
                        && change.planId() != null
                        && change.planId().equals(other.planId())
                : change.subscriptionId().equals(other.subscriptionId());
    }
}
