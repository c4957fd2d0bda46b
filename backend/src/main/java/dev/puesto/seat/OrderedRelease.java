package dev.puesto.seat;

import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;

/**
 * A seat that an order releases.
 *
 * @param ends whether the subscription ends with the order
 */
public record OrderedRelease(SubscriptionId subscriptionId, UserId userId, boolean ends) {}
