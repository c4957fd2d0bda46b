package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a mail. */
public record MailId(UUID value) implements EntityId {

    public MailId {
        Objects.requireNonNull(value);
    }
}
