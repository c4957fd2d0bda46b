package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies an entry of the audit trail. */
public record AuditId(UUID value) implements EntityId {

    public AuditId {
        Objects.requireNonNull(value);
    }
}
