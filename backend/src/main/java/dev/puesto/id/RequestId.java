package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a corporate account's request. */
public record RequestId(UUID value) implements EntityId {

    public RequestId {
        Objects.requireNonNull(value);
    }
}
