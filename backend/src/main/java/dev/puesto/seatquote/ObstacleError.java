package dev.puesto.seatquote;

import dev.puesto.api.UserError;
import dev.puesto.seatquote.PricingObstacle.AmountTooLarge;
import dev.puesto.seatquote.PricingObstacle.BeforePeriod;
import dev.puesto.seatquote.PricingObstacle.BeyondSeatLimits;
import dev.puesto.seatquote.PricingObstacle.CannotAlign;
import dev.puesto.seatquote.PricingObstacle.ChangedTwice;
import dev.puesto.seatquote.PricingObstacle.EffectiveFixedByPlan;
import dev.puesto.seatquote.PricingObstacle.MixedPriceKinds;
import dev.puesto.seatquote.PricingObstacle.NoPriceInCurrency;
import dev.puesto.seatquote.PricingObstacle.PlanNotOffered;
import dev.puesto.seatquote.PricingObstacle.RenewalOverdue;
import dev.puesto.seatquote.PricingObstacle.Suspended;
import dev.puesto.seatquote.SeatChangeRefused.Reason;
import java.util.List;

/**
 * Says what pricing met as a user error of the request.
 *
 * @param order the positions in the request of the changes that were priced
 */
record ObstacleError(SeatQuoteRequest request, List<Integer> order) {

    UserError of(PricingObstacle obstacle) {
        return switch (obstacle) {
            case RenewalOverdue it ->
                new RenewalDue(
                        path(it.change(), "subscriptionId"), request.accountId(), it.subscriptionId(), it.dueAt());
            case BeyondSeatLimits it -> new SeatLimitExceeded(path(it.change(), "seats"), it.minimum(), it.maximum());
            case BeforePeriod it -> refused(it.change(), "subscriptionId", Reason.BEFORE_PERIOD);
            case Suspended it -> refused(it.change(), "subscriptionId", Reason.SUBSCRIPTION_SUSPENDED);
            case EffectiveFixedByPlan it -> refused(it.change(), "effective", Reason.EFFECTIVE_FIXED_BY_PLAN);
            case PlanNotOffered it -> refused(it.change(), "planId", Reason.PLAN_NOT_OFFERED);
            case NoPriceInCurrency it -> refused(it.change(), "planId", Reason.NO_PRICE_IN_CURRENCY);
            case CannotAlign it -> refused(it.change(), "alignTo", Reason.CANNOT_ALIGN);
            case ChangedTwice it -> refused(it.change(), "subscriptionId", Reason.CHANGED_TWICE);
            case MixedPriceKinds ignored ->
                new SeatChangeRefused(request.place().changes(), Reason.MIXED_PRICE_KINDS);
            case AmountTooLarge ignored -> new SeatChangeRefused(request.place().changes(), Reason.AMOUNT_TOO_LARGE);
        };
    }

    private SeatChangeRefused refused(int change, String field, Reason reason) {
        return new SeatChangeRefused(path(change, field), reason);
    }

    private List<String> path(int change, String field) {
        return request.place().change(order.get(change), field);
    }
}
