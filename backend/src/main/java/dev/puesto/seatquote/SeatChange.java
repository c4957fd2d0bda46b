package dev.puesto.seatquote;

import dev.puesto.catalog.Plan;
import dev.puesto.catalog.PriceHistory;
import java.util.Optional;

/** A change of seats with all that pricing it needs. */
public sealed interface SeatChange {

    /** The plan after it. */
    Plan plan();

    /** The versions of that plan's price in the account's currency. */
    PriceHistory prices();

    /** The target number of seats. */
    long seats();

    /**
     * A change of a subscription: of its seats, its plan, or both.
     *
     * @param effective what the buyer said; empty: as the plan's policy has it
     */
    record OfHolding(Holding holding, Plan plan, PriceHistory prices, long seats, Optional<Effective> effective)
            implements SeatChange {

        boolean changesPlan() {
            return !plan.id().equals(holding.plan().id());
        }

        boolean decreases() {
            return seats < holding.seats();
        }

        boolean cancels() {
            return seats == 0;
        }
    }

    /**
     * A new subscription.
     *
     * @param offered whether its plan, and the plan's product, can be subscribed to anew
     * @param trial whether the plan's trial applies
     * @param alignTo the subscription whose dates it joins; empty: a full period begins
     */
    record OfNewSubscription(
            Plan plan, boolean offered, PriceHistory prices, long seats, boolean trial, Optional<Holding> alignTo)
            implements SeatChange {}
}
