package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a tax id. */
public record TaxIdId(UUID value) implements EntityId {

    public TaxIdId {
        Objects.requireNonNull(value);
    }
}
