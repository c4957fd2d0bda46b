package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a line of a cart. */
public record CartLineId(UUID value) implements EntityId {

    public CartLineId {
        Objects.requireNonNull(value);
    }
}
