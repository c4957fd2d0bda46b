package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a kept quote. */
public record QuoteId(UUID value) implements EntityId {

    public QuoteId {
        Objects.requireNonNull(value);
    }
}
