package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies an API client. */
public record ApiClientId(UUID value) implements EntityId {

    public ApiClientId {
        Objects.requireNonNull(value);
    }
}
