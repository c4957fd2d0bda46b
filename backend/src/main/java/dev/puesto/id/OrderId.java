package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies an order. */
public record OrderId(UUID value) implements EntityId {

    public OrderId {
        Objects.requireNonNull(value);
    }
}
