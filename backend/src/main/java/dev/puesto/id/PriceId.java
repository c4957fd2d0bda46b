package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a price. */
public record PriceId(UUID value) implements EntityId {

    public PriceId {
        Objects.requireNonNull(value);
    }
}
