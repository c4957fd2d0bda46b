package dev.puesto.seatquote;

import dev.puesto.catalog.DecreasePolicy;
import dev.puesto.seatquote.PricingObstacle.BeforePeriod;
import dev.puesto.seatquote.PricingObstacle.BeyondSeatLimits;
import dev.puesto.seatquote.PricingObstacle.CannotAlign;
import dev.puesto.seatquote.PricingObstacle.EffectiveFixedByPlan;
import dev.puesto.seatquote.PricingObstacle.NoPriceInCurrency;
import dev.puesto.seatquote.PricingObstacle.PlanNotOffered;
import dev.puesto.seatquote.PricingObstacle.RenewalOverdue;
import dev.puesto.seatquote.PricingObstacle.Suspended;
import dev.puesto.seatquote.SeatChange.OfHolding;
import dev.puesto.seatquote.SeatChange.OfNewSubscription;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in the way of pricing one change, judged by itself. */
record ChangeCheck(PricingInput input, int position, SeatChange change) {

    Stream<PricingObstacle> obstacles() {
        return switch (change) {
            case OfHolding ofHolding -> ofHolding(ofHolding);
            case OfNewSubscription ofNew -> ofNew(ofNew);
        };
    }

    private Stream<PricingObstacle> ofHolding(OfHolding change) {
        var holding = change.holding();
        return Stream.of(
                        outsidePeriod(holding),
                        suspended(change),
                        otherPlan(change),
                        change.cancels() ? Optional.<PricingObstacle>empty() : seatLimits(),
                        effective(change))
                .flatMap(Optional::stream);
    }

    private Stream<PricingObstacle> ofNew(OfNewSubscription change) {
        return Stream.of(
                        change.alignTo().flatMap(this::outsidePeriod),
                        change.alignTo().flatMap(this::alignment),
                        change.offered() ? Optional.<PricingObstacle>empty() : notOffered(),
                        seatLimits(),
                        change.prices().forNew(input.asOf()).isPresent()
                                ? Optional.<PricingObstacle>empty()
                                : noPrice())
                .flatMap(Optional::stream);
    }

    private Optional<PricingObstacle> outsidePeriod(Holding holding) {
        var period = holding.period();
        if (!input.asOf().isBefore(period.end())) {
            return Optional.of(new RenewalOverdue(position, holding.id(), period.end()));
        }
        return when(input.asOf().isBefore(period.start()), new BeforePeriod(position, period));
    }

    private Optional<PricingObstacle> suspended(OfHolding change) {
        var suspended = change.holding().standing() == Holding.Standing.SUSPENDED;
        return when(
                suspended && !change.cancels(),
                new Suspended(position, change.holding().id()));
    }

    private Optional<PricingObstacle> otherPlan(OfHolding change) {
        if (!change.changesPlan()) {
            return Optional.empty();
        }
        var sameProduct =
                change.plan().productId().equals(change.holding().plan().productId());
        if (!sameProduct || !change.plan().active()) {
            return notOffered();
        }
        return change.prices().forPlanChange(input.asOf()).isPresent() ? Optional.empty() : noPrice();
    }

    private Optional<PricingObstacle> seatLimits() {
        var plan = change.plan();
        return when(
                !plan.allows(change.seats()), new BeyondSeatLimits(position, plan.minimumSeats(), plan.maximumSeats()));
    }

    private Optional<PricingObstacle> effective(OfHolding change) {
        if (!change.decreases() || change.effective().isEmpty()) {
            return Optional.empty();
        }
        var offered = fixed(change.plan().policy().decrease());
        return offered.filter(fixed -> fixed != change.effective().get())
                .map(fixed -> new EffectiveFixedByPlan(position, fixed));
    }

    private static Optional<Effective> fixed(DecreasePolicy policy) {
        return switch (policy) {
            case CREDIT_NOW -> Optional.of(Effective.NOW);
            case AT_RENEWAL -> Optional.of(Effective.AT_RENEWAL);
            case BUYER_CHOOSES -> Optional.empty();
        };
    }

    private Optional<PricingObstacle> alignment(Holding joined) {
        var impossible = joined.standing() == Holding.Standing.TRIALING
                || joined.plan().interval() != change.plan().interval();
        return when(impossible, new CannotAlign(position));
    }

    private Optional<PricingObstacle> notOffered() {
        return Optional.of(new PlanNotOffered(position));
    }

    private Optional<PricingObstacle> noPrice() {
        return Optional.of(new NoPriceInCurrency(position, input.currency()));
    }

    private static Optional<PricingObstacle> when(boolean condition, PricingObstacle obstacle) {
        return condition ? Optional.of(obstacle) : Optional.empty();
    }
}
