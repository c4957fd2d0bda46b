package dev.puesto.seat;

import dev.puesto.api.UserError;
import dev.puesto.subscription.Subscription;
import java.util.List;
import java.util.Locale;

/** The subscription is suspended or ended: its seats cannot be assigned. */
record SubscriptionNotInUse(Subscription subscription) implements UserError {
    @Override
    public List<String> field() {
        return List.of("input", "subscriptionId");
    }

    @Override
    public String messageKind() {
        return subscription.status().name().toLowerCase(Locale.ROOT);
    }
}
