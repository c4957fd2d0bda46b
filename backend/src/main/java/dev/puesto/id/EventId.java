package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies an event in the outbox. */
public record EventId(UUID value) implements EntityId {

    public EventId {
        Objects.requireNonNull(value);
    }
}
