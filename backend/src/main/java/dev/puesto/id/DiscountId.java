package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a discount. */
public record DiscountId(UUID value) implements EntityId {

    public DiscountId {
        Objects.requireNonNull(value);
    }
}
