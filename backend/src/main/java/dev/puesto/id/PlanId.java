package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a plan. */
public record PlanId(UUID value) implements EntityId {

    public PlanId {
        Objects.requireNonNull(value);
    }
}
