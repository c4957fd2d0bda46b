package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a change scheduled for a renewal. */
public record ScheduledChangeId(UUID value) implements EntityId {

    public ScheduledChangeId {
        Objects.requireNonNull(value);
    }
}
