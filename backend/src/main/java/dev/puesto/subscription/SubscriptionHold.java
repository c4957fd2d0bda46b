package dev.puesto.subscription;

import dev.puesto.id.SubscriptionId;

/**
 * What a pending order keeps of a subscription.
 *
 * @param seats the seats owned once the order is placed; what is owned now where it only waits for the renewal
 * @param releasing how many assigned seats the order will release; the assignments themselves are marked too
 */
public record SubscriptionHold(SubscriptionId subscriptionId, long seats, long releasing) {}
