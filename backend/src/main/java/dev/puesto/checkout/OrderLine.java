package dev.puesto.checkout;

import dev.puesto.api.MoneyView;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.OrderId;
import dev.puesto.id.OrderLineId;
import dev.puesto.id.PlanId;
import dev.puesto.id.ProductId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.seatquote.ChangeKind;
import dev.puesto.seatquote.Effective;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of an order.
 *
 * @param subscription of a new subscription too, which has no row before the order is placed
 * @param previousPlanId null unless it changes the plan
 * @param periodStartAt where the billing period begins that it leads to; null where the subscription ends
 * @param chargeNet charged without tax
 * @param creditNet credited without tax
 * @param released whose seats it releases
 * @param explanations where its amounts come from, in the language of the order
 */
public record OrderLine(
        AccountId accountId,
        OrderId orderId,
        OrderLineId orderLineId,
        int position,
        ChangeKind kind,
        SubscriptionId subscription,
        ProductId productId,
        PlanId planId,
        @Nullable PlanId previousPlanId,
        long previousSeats,
        long seats,
        Effective effective,
        @Nullable Instant periodStartAt,
        @Nullable Instant periodEndAt,
        MoneyView chargeNet,
        MoneyView creditNet,
        List<UserId> released,
        List<String> explanations) {

    /** The subscription's id in the API. */
    public GlobalId subscriptionId() {
        return GlobalId.of("Subscription", accountId, subscription);
    }

    /** The ids in the API of those whose seats it frees. */
    public List<GlobalId> releasedUserIds() {
        return released.stream()
                .map(user -> GlobalId.of("User", accountId, user))
                .toList();
    }

    /** Its id in the API. */
    public GlobalId id() {
        return GlobalId.of("OrderLine", accountId, orderLineId);
    }
}
