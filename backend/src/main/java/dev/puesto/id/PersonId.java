package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a person who signs in to the console. */
public record PersonId(UUID value) implements EntityId {

    public PersonId {
        Objects.requireNonNull(value);
    }
}
