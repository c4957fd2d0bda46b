package dev.puesto.seatquote;

import dev.puesto.id.SubscriptionId;
import dev.puesto.money.AmountOutOfRange;
import dev.puesto.seatquote.PricedChange.Dates;
import dev.puesto.seatquote.PricingObstacle.AmountTooLarge;
import dev.puesto.seatquote.PricingObstacle.CannotAlign;
import dev.puesto.seatquote.PricingObstacle.ChangedTwice;
import dev.puesto.seatquote.PricingObstacle.MixedPriceKinds;
import dev.puesto.seatquote.SeatChange.OfHolding;
import dev.puesto.seatquote.SeatChange.OfNewSubscription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prices changes of seats: a pure function of its input, exact, and rounded once per line and once per tax group. */
public final class SeatPricing {
    private final PricingInput input;
    private final LinePricing line;
    private final List<PricingObstacle> obstacles = new ArrayList<>();
    private final Map<SubscriptionId, Optional<Dates>> datesAfter = new HashMap<>();

    private SeatPricing(PricingInput input) {
        this.input = input;
        this.line = new LinePricing(input);
    }

    /** What the changes cost at {@link PricingInput#asOf}, line by line, or what stands in the way. */
    public static PricingResult price(PricingInput input) {
        try {
            return new SeatPricing(input).result();
        } catch (AmountOutOfRange tooLarge) {
            return new PricingResult.Unpriced(List.of(new AmountTooLarge()));
        }
    }

    private PricingResult result() {
        check();
        var changes = obstacles.isEmpty() ? priced() : List.<PricedChange>of();
        if (!obstacles.isEmpty()) {
            return new PricingResult.Unpriced(List.copyOf(obstacles));
        }
        return new PricingResult.Priced(changes, new Summation(input, line, changes).totals());
    }

    private void check() {
        var changed = new HashSet<SubscriptionId>();
        for (var position = 0; position < input.changes().size(); position++) {
            var change = input.changes().get(position);
            new ChangeCheck(input, position, change).obstacles().forEach(obstacles::add);
            if (change instanceof OfHolding of && !changed.add(of.holding().id())) {
                obstacles.add(new ChangedTwice(position, of.holding().id()));
            }
        }
    }

    private List<PricedChange> priced() {
        var drafts = new PricedChange[input.changes().size()];
        for (var position = 0; position < drafts.length; position++) {
            if (input.changes().get(position) instanceof OfHolding change) {
                drafts[position] = new HoldingPricing(input, line, change).price();
                datesAfter.put(change.holding().id(), drafts[position].after());
            }
        }
        for (var position = 0; position < drafts.length; position++) {
            if (input.changes().get(position) instanceof OfNewSubscription change && canJoin(position, change)) {
                drafts[position] = new NewSubscriptionPricing(input, line, change, joined(change)).price();
            }
        }
        return obstacles.isEmpty() ? taxed(Arrays.asList(drafts)) : List.of();
    }

    private List<PricedChange> taxed(List<PricedChange> drafts) {
        if (TaxSplit.mixed(drafts, LineKind.CHARGE) || TaxSplit.mixed(drafts, LineKind.CREDIT)) {
            obstacles.add(new MixedPriceKinds());
            return List.of();
        }
        return TaxSplit.taxed(line, drafts);
    }

    private boolean canJoin(int position, OfNewSubscription change) {
        var possible = change.alignTo().isEmpty()
                || joined(change)
                        .filter(dates ->
                                dates.cycle().interval() == change.plan().interval())
                        .isPresent();
        if (!possible) {
            obstacles.add(new CannotAlign(position));
        }
        return possible;
    }

    /** The dates to join, as they are once the order is placed: a subscription of the same order may move or end. */
    private Optional<Dates> joined(OfNewSubscription change) {
        return change.alignTo()
                .flatMap(holding -> datesAfter.getOrDefault(
                        holding.id(), Optional.of(new Dates(holding.cycle(), holding.period()))));
    }
}
