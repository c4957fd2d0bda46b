package dev.puesto.subscription;

import dev.puesto.id.SubscriptionId;

/** A billing period that begins. */
public record OpenedPeriod(SubscriptionId subscriptionId, SubscriptionPeriod period) {}
