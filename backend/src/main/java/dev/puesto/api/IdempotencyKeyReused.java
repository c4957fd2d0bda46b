package dev.puesto.api;

import java.util.List;

/** The idempotency key belongs to another input that had an effect. */
public record IdempotencyKeyReused() implements UserError {
    @Override
    public List<String> field() {
        return List.of("input", "idempotencyKey");
    }
}
