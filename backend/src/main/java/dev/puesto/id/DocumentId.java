package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies an invoice or a credit note. */
public record DocumentId(UUID value) implements EntityId {

    public DocumentId {
        Objects.requireNonNull(value);
    }
}
