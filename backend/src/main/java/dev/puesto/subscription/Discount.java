package dev.puesto.subscription;

import dev.puesto.id.DiscountId;
import dev.puesto.id.SubscriptionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A percentage, or an amount per full billing period, off one subscription's price.
 *
 * @param basisPoints hundredths of a per cent; 0 for an amount
 * @param amountMinor in minor units of the subscription's currency; 0 for a percentage
 * @param endAt the first instant without it; null: it has no end
 */
public record Discount(
        DiscountId discountId,
        SubscriptionId subscriptionId,
        int basisPoints,
        long amountMinor,
        Instant startAt,
        @Nullable Instant endAt) {}
