package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a billing period of a subscription. */
public record PeriodId(UUID value) implements EntityId {

    public PeriodId {
        Objects.requireNonNull(value);
    }
}
