package dev.puesto.account;

import dev.puesto.id.GlobalId;
import org.jspecify.annotations.Nullable;

/**
 * Users with a live seat, or those without.
 *
 * @param with whether they have one
 * @param productCode of this product; null: of any
 * @param subscriptionId of this subscription; null: of any
 */
public record UserSeatFilter(
        boolean with,
        @Nullable String productCode,
        @Nullable GlobalId subscriptionId) {

    /** Whether a user can have at most one such seat, so that seats count users. */
    boolean isOfOneKind() {
        return (productCode == null) != (subscriptionId == null);
    }
}
