package dev.puesto.seatquote;

import static dev.puesto.catalog.AnchorPolicy.KEEP;
import static dev.puesto.catalog.AnchorPolicy.MOVE;

import dev.puesto.catalog.Plan;
import dev.puesto.catalog.Price;
import dev.puesto.money.Amounts;
import dev.puesto.seatquote.Holding.Standing;
import dev.puesto.seatquote.PricingResult.Priced;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/** Ten seats of plans that move the billing date or keep it. */
abstract class SeatPricings {
    static final String JUNE = "2026-06-01T00:00:00Z";

    static final String MID_JUNE = "2026-06-16T00:00:00Z";

    final PricingExample example = new PricingExample();

    final Plan moving = PricingExample.monthly(MOVE);

    final Plan keeping = PricingExample.monthly(KEEP);

    Holding tenSeats(Plan plan) {
        return example.held(plan, example.perSeat(plan, 3_000), 10, JUNE);
    }

    static Holding in(Standing standing, Holding holding) {
        return new Holding(
                holding.id(),
                standing,
                holding.plan(),
                holding.seats(),
                holding.cycle(),
                holding.period(),
                holding.live(),
                holding.discounts(),
                holding.changeScheduled());
    }

    static Price withDates(Price price, String newFrom, String existingFrom) {
        return new Price(
                price.id(),
                price.planId(),
                price.currency(),
                price.model(),
                price.fixedFee(),
                price.taxInclusive(),
                Instant.parse(newFrom),
                Optional.of(Instant.parse(existingFrom)),
                price.tiers());
    }

    static PricedChange only(Priced priced) {
        return priced.changes().getFirst();
    }

    static long minor(Money amount) {
        return Amounts.minor(amount);
    }
}
