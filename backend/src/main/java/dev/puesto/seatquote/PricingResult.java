package dev.puesto.seatquote;

import java.util.List;

/** What some changes cost, or why that cannot be said. */
public sealed interface PricingResult {

    /**
     * Their price.
     *
     * @param changes in the order of the input, each with its lines
     */
    record Priced(List<PricedChange> changes, Totals totals) implements PricingResult {

        /** The lines of all changes, in their order. */
        public List<PricedLine> lines() {
            return changes.stream().flatMap(change -> change.lines().stream()).toList();
        }
    }

    /** At least one reason why they have none. */
    record Unpriced(List<PricingObstacle> obstacles) implements PricingResult {}
}
