package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a subscription. */
public record SubscriptionId(UUID value) implements EntityId {

    public SubscriptionId {
        Objects.requireNonNull(value);
    }
}
