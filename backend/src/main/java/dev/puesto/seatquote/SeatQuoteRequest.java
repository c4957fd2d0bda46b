package dev.puesto.seatquote;

import dev.puesto.id.AccountId;
import dev.puesto.id.SubscriptionId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be priced.
 *
 * @param taxIdToAdd a VAT number that comes with it, as typed; null: the account's own counts
 * @param place where the changes stand
 */
public record SeatQuoteRequest(
        AccountId accountId,
        List<SeatChangeRequest> changes,
        @Nullable String taxIdToAdd,
        RequestPlace place) {

    /** The most changes that are priced at once, as a cart holds. */
    public static final int CHANGES_MAX = 50;

    /** Whether one of the changes begins a subscription. */
    boolean beginsSubscription() {
        return changes.stream().anyMatch(change -> change.subscriptionId() == null);
    }

    /** The subscriptions that it is about: those to change and those whose dates are joined. */
    List<SubscriptionId> subscriptionIds() {
        return changes.stream()
                .flatMap(change -> Stream.of(change.subscriptionId(), change.alignTo()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
