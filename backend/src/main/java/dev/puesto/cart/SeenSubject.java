package dev.puesto.cart;

import dev.puesto.id.PeriodId;
import dev.puesto.id.PriceId;
import org.jspecify.annotations.Nullable;

/**
 * What a line's subject is like: kept when the line is set, compared when it is read.
 *
 * @param seats owned; 0 for a new subscription
 * @param priceId the version of the price that the target seats get; null where there is none
 * @param periodId the current period of the subscription, or of the one whose dates a new one joins; null for others
 */
record SeenSubject(
        long seats, @Nullable PriceId priceId, @Nullable PeriodId periodId) {}
