package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies one change of a request. */
public record RequestLineId(UUID value) implements EntityId {

    public RequestLineId {
        Objects.requireNonNull(value);
    }
}
