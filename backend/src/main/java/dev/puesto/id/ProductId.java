package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a product. */
public record ProductId(UUID value) implements EntityId {

    public ProductId {
        Objects.requireNonNull(value);
    }
}
