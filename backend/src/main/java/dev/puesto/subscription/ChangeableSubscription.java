package dev.puesto.subscription;

import org.jspecify.annotations.Nullable;

/**
 * A subscription with what a change of it needs to know.
 *
 * @param live what was charged for the current period; null once it ended
 * @param changeScheduled whether a change waits for its renewal
 */
public record ChangeableSubscription(
        Subscription subscription, @Nullable ChargeLine live, boolean changeScheduled) {}
