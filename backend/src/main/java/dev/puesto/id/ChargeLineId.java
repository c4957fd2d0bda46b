package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a charge line: what was charged for one period. */
public record ChargeLineId(UUID value) implements EntityId {

    public ChargeLineId {
        Objects.requireNonNull(value);
    }
}
