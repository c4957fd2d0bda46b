package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a user of an account, who can be given seats. */
public record UserId(UUID value) implements EntityId {

    public UserId {
        Objects.requireNonNull(value);
    }
}
