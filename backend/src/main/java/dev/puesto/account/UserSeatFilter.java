package dev.puesto.account;

import dev.puesto.id.GlobalId;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Users with a live seat, or those without.
 *
 * @param with whether they have one
 * @param productCode of this product; null: of any
 * @param subscriptionId of this subscription; null: of any
 * @param productOfSubscriptionId of that subscription's product; null: of any
 */
public record UserSeatFilter(
        boolean with,
        @Nullable String productCode,
        @Nullable GlobalId subscriptionId,
        @Nullable GlobalId productOfSubscriptionId) {

    /** Whether a user can have at most one such seat, so that seats count users. */
    boolean isOfOneKind() {
        return Stream.of(productCode, subscriptionId, productOfSubscriptionId)
                        .filter(Objects::nonNull)
                        .count()
                == 1;
    }
}
