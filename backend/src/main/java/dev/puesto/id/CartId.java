package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a cart. */
public record CartId(UUID value) implements EntityId {

    public CartId {
        Objects.requireNonNull(value);
    }
}
