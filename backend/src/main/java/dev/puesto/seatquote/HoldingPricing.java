package dev.puesto.seatquote;

import dev.puesto.catalog.AnchorPolicy;
import dev.puesto.catalog.DecreasePolicy;
import dev.puesto.catalog.Price;
import dev.puesto.period.BillingCycle;
import dev.puesto.period.Grain;
import dev.puesto.seatquote.PricedChange.Dates;
import dev.puesto.seatquote.SeatChange.OfHolding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Prices one change of a subscription. */
record HoldingPricing(PricingInput input, LinePricing line, OfHolding change) {

    PricedChange price() {
        if (effective() == Effective.AT_RENEWAL) {
            return scheduled();
        }
        if (holding().standing() == Holding.Standing.TRIALING) {
            return inTrial();
        }
        return change.cancels() ? cancelled() : changed();
    }

    /** When it takes effect: as the buyer says, else as the plan says of a decrease, else now. */
    private Effective effective() {
        var byPlan = change.decreases() && change.plan().policy().decrease() == DecreasePolicy.AT_RENEWAL;
        return change.effective().orElse(byPlan ? Effective.AT_RENEWAL : Effective.NOW);
    }

    private PricedChange scheduled() {
        var now = new Dates(holding().cycle(), holding().period());
        var then = holding().period().end();
        var price = change.changesPlan() ? planPrice(then) : change.prices().forExisting(held(), then);
        var cycle = sameInterval() ? holding().cycle() : cycleFrom(then);
        var next = new Dates(cycle, holding().period()).next();
        var scheduled = line.free(LineKind.SCHEDULED, change.plan(), price, change.seats(), next);
        return outcome(Effective.AT_RENEWAL, Optional.of(now), true, price, List.of(scheduled));
    }

    private PricedChange inTrial() {
        var period = holding().period();
        var price = change.changesPlan() ? planPrice(input.asOf()) : held();
        var free = line.free(LineKind.TRIAL, change.plan(), price, change.seats(), period);
        var cycle = sameInterval() ? holding().cycle() : cycleFrom(period.end());
        var after = change.cancels() ? Optional.<Dates>empty() : Optional.of(new Dates(cycle, period));
        return outcome(Effective.NOW, after, true, price, List.of(free));
    }

    private PricedChange cancelled() {
        var unused = holding().period().remainingAfterCancellation(input.asOf(), grain());
        var credit = line.credit(holding(), unused);
        return outcome(Effective.NOW, Optional.empty(), false, held(), List.of(credit));
    }

    private PricedChange changed() {
        var period = holding().period();
        var dates = restarts() ? newPeriod() : new Dates(holding().cycle(), period);
        var share = restarts() ? dates.period().whole(grain()) : period.remaining(input.asOf(), grain());
        var price = price(input.asOf());
        var credit = line.credit(holding(), period.remaining(input.asOf(), grain()));
        var charge = line.charge(
                change.plan(),
                price,
                change.seats(),
                dates.period(),
                share,
                holding().discounts());
        return outcome(Effective.NOW, Optional.of(dates), !restarts(), price, List.of(credit, charge));
    }

    /** Whether a new full period begins; a change at the period's very start prices that period again. */
    private boolean restarts() {
        return !sameInterval()
                || (moves() && input.asOf().isAfter(holding().period().start()));
    }

    private boolean moves() {
        return change.plan().policy().anchor() == AnchorPolicy.MOVE;
    }

    private Dates newPeriod() {
        var cycle = cycleFrom(input.asOf());
        return new Dates(cycle, cycle.period(0));
    }

    private Price price(Instant at) {
        if (change.changesPlan()) {
            return planPrice(at);
        }
        return moves() ? change.prices().forExisting(held(), at) : held();
    }

    private Price planPrice(Instant at) {
        return change.prices().forPlanChange(at).orElseThrow();
    }

    private PricedChange outcome(
            Effective effective, Optional<Dates> after, boolean reprices, Price price, List<PricedLine> lines) {
        return new PricedChange(
                kind(),
                effective,
                Optional.of(holding().id()),
                Optional.of(holding().plan()),
                change.plan(),
                holding().seats(),
                change.seats(),
                Optional.of(holding().period()),
                after,
                reprices,
                holding().standing() == Holding.Standing.TRIALING,
                holding().standing() == Holding.Standing.PAST_DUE,
                holding().changeScheduled(),
                !change.changesPlan() && !price.id().equals(held().id()),
                after.filter(dates -> !change.cancels())
                        .map(dates -> dates.next())
                        .map(next ->
                                line.full(price, change.seats(), next, holding().discounts(), grain())),
                lines);
    }

    private ChangeKind kind() {
        if (change.cancels()) {
            return ChangeKind.CANCELLATION;
        }
        if (change.changesPlan()) {
            return ChangeKind.PLAN_CHANGE;
        }
        return switch (Long.compare(change.seats(), holding().seats())) {
            case 0 -> ChangeKind.UNCHANGED;
            case 1 -> ChangeKind.INCREASE;
            default -> ChangeKind.DECREASE;
        };
    }

    private boolean sameInterval() {
        return change.plan().interval() == holding().plan().interval();
    }

    private BillingCycle cycleFrom(Instant anchor) {
        return new BillingCycle(anchor, change.plan().interval(), input.zone());
    }

    private Holding holding() {
        return change.holding();
    }

    private Price held() {
        return holding().live().price();
    }

    private Grain grain() {
        return change.plan().policy().grain();
    }
}
