package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a line of a document. */
public record DocumentLineId(UUID value) implements EntityId {

    public DocumentLineId {
        Objects.requireNonNull(value);
    }
}
