package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a line of an order. */
public record OrderLineId(UUID value) implements EntityId {

    public OrderLineId {
        Objects.requireNonNull(value);
    }
}
