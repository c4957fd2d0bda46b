package dev.puesto.catalog;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The versions of one plan's price in one currency.
 *
 * @param versions in any order; empty where the plan has no price in the currency
 */
public record PriceHistory(List<Price> versions) {

    /** The version that a new subscription gets at an instant. */
    public Optional<Price> forNew(Instant at) {
        return latest(versions.stream().filter(price -> !price.newFrom().isAfter(at)));
    }

    /** The version that an existing subscription gets when it changes to this plan at an instant. */
    public Optional<Price> forPlanChange(Instant at) {
        return latest(versions.stream().filter(inForceForExisting(at))).or(() -> forNew(at));
    }

    /** The version that a subscription with an earlier one has from an instant on; it never goes back to an older one. */
    public Price forExisting(Price held, Instant at) {
        return latest(Stream.concat(Stream.of(held), versions.stream().filter(inForceForExisting(at))))
                .orElse(held);
    }

    /** The versions that new subscriptions get now or later. */
    List<Price> shown(Instant now) {
        var current = forNew(now).map(Price::newFrom).orElse(Instant.MAX);
        return versions.stream()
                .filter(price ->
                        !price.newFrom().isBefore(current) || price.newFrom().isAfter(now))
                .toList();
    }

    private static Predicate<Price> inForceForExisting(Instant at) {
        return price -> price.existingFrom().filter(from -> !from.isAfter(at)).isPresent();
    }

    private static Optional<Price> latest(Stream<Price> prices) {
        return prices.max(Comparator.comparing(Price::newFrom));
    }
}
