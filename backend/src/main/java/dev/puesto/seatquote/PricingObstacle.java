package dev.puesto.seatquote;

import dev.puesto.id.SubscriptionId;
import dev.puesto.period.Period;
import java.time.Instant;
import org.joda.money.CurrencyUnit;

/** Why some changes have no price. {@code change} is the position of the change in the input, from 0. */
public sealed interface PricingObstacle {

    /** The subscription's period is over and its renewal comes first. */
    record RenewalOverdue(int change, SubscriptionId subscriptionId, Instant dueAt) implements PricingObstacle {}

    /** The instant lies before the subscription's period. */
    record BeforePeriod(int change, Period period) implements PricingObstacle {}

    /** The plan does not allow that many seats. */
    record BeyondSeatLimits(int change, long minimum, long maximum) implements PricingObstacle {}

    /** A suspended subscription can only be cancelled. */
    record Suspended(int change, SubscriptionId subscriptionId) implements PricingObstacle {}

    /** The plan decides when fewer seats take effect, and the buyer asked for the other. */
    record EffectiveFixedByPlan(int change, Effective offered) implements PricingObstacle {}

    /** The plan is archived, or of another product than the subscription. */
    record PlanNotOffered(int change) implements PricingObstacle {}

    /** The plan has no price in the account's currency at that instant. */
    record NoPriceInCurrency(int change, CurrencyUnit currency) implements PricingObstacle {}

    /** The dates to join are a trial's, of another interval, or end with this very order. */
    record CannotAlign(int change) implements PricingObstacle {}

    /** Two changes are of one subscription. */
    record ChangedTwice(int change, SubscriptionId subscriptionId) implements PricingObstacle {}

    /** One document would hold prices with and without tax. */
    record MixedPriceKinds() implements PricingObstacle {}

    /** An amount is beyond 2^53 - 1 minor units. */
    record AmountTooLarge() implements PricingObstacle {}
}
