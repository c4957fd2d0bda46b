package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a contact of an account. */
public record ContactId(UUID value) implements EntityId {

    public ContactId {
        Objects.requireNonNull(value);
    }
}
