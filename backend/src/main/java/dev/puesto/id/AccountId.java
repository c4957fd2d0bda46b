package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a customer account. */
public record AccountId(UUID value) implements EntityId {

    public AccountId {
        Objects.requireNonNull(value);
    }
}
