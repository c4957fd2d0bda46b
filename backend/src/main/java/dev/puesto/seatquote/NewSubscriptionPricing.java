package dev.puesto.seatquote;

import dev.puesto.catalog.Plan;
import dev.puesto.catalog.Price;
import dev.puesto.period.BillingCycle;
import dev.puesto.period.Grain;
import dev.puesto.period.Period;
import dev.puesto.seatquote.PricedChange.Dates;
import dev.puesto.seatquote.SeatChange.OfNewSubscription;
import java.util.List;
import java.util.Optional;

/**
 * Prices one new subscription.
 *
 * @param joined the dates that it joins, as they are once the order is placed
 */
record NewSubscriptionPricing(PricingInput input, LinePricing line, OfNewSubscription change, Optional<Dates> joined) {

    PricedChange price() {
        if (joined.isPresent()) {
            return aligned(joined.get());
        }
        return change.trial() && plan().trialDays() > 0 ? trial() : full();
    }

    private PricedChange aligned(Dates dates) {
        var share = dates.period().remaining(input.asOf(), grain());
        return outcome(dates, false, line.charge(plan(), listed(), change.seats(), dates.period(), share, List.of()));
    }

    private PricedChange full() {
        var cycle = new BillingCycle(input.asOf(), plan().interval(), input.zone());
        var period = cycle.period(0);
        var charge = line.charge(plan(), listed(), change.seats(), period, period.whole(grain()), List.of());
        return outcome(new Dates(cycle, period), false, charge);
    }

    private PricedChange trial() {
        var end = input.asOf().atZone(input.zone()).plusDays(plan().trialDays()).toInstant();
        var period = new Period(input.asOf(), end, input.zone());
        var cycle = new BillingCycle(end, plan().interval(), input.zone());
        return outcome(
                new Dates(cycle, period), true, line.free(LineKind.TRIAL, plan(), listed(), change.seats(), period));
    }

    private PricedChange outcome(Dates dates, boolean trial, PricedLine charge) {
        return new PricedChange(
                ChangeKind.NEW,
                Effective.NOW,
                Optional.empty(),
                Optional.empty(),
                plan(),
                0,
                change.seats(),
                Optional.empty(),
                Optional.of(dates),
                false,
                trial,
                false,
                false,
                false,
                Optional.of(line.full(listed(), change.seats(), dates.next(), List.of(), grain())),
                List.of(charge));
    }

    private Price listed() {
        return change.prices().forNew(input.asOf()).orElseThrow();
    }

    private Plan plan() {
        return change.plan();
    }

    private Grain grain() {
        return plan().policy().grain();
    }
}
