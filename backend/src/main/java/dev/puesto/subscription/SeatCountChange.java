package dev.puesto.subscription;

import dev.puesto.id.SubscriptionId;

/**
 * By how much the kept counts of a subscription's seats change.
 *
 * @param assigned more (or fewer) live assignments
 * @param releasing more (or fewer) of them marked by the pending order
 */
public record SeatCountChange(SubscriptionId subscriptionId, long assigned, long releasing) {}
