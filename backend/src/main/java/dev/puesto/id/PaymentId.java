package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a payment. */
public record PaymentId(UUID value) implements EntityId {

    public PaymentId {
        Objects.requireNonNull(value);
    }
}
