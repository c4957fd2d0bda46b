package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a representative. */
public record RepresentativeId(UUID value) implements EntityId {

    public RepresentativeId {
        Objects.requireNonNull(value);
    }
}
