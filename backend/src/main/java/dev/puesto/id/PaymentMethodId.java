package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a payment method. */
public record PaymentMethodId(UUID value) implements EntityId {

    public PaymentMethodId {
        Objects.requireNonNull(value);
    }
}
