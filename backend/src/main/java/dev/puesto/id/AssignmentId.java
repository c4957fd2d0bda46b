package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies an assignment: one user in one seat. */
public record AssignmentId(UUID value) implements EntityId {

    public AssignmentId {
        Objects.requireNonNull(value);
    }
}
