package dev.puesto.idempotency;

import dev.puesto.id.OrderId;
import dev.puesto.jooq.Json;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** What is known of a key, read under the account's lock. */
public sealed interface KeyState {

    /** Nothing had an effect under this key: go ahead. */
    record Unbound() implements KeyState {}

    /**
     * The same request had an effect before: answer it again, from the present state.
     *
     * @param answer what was kept of it
     * @param order the order that it led to, where money moved
     */
    record Bound(JSONB answer, @Nullable OrderId order) implements KeyState {

        /** The kept answer as the record that was bound. */
        public <T> T answerAs(Class<T> type) {
            return Json.read(answer, type);
        }
    }

    /** Another input had an effect under this key: answer {@code IdempotencyKeyReused}. */
    record Reused() implements KeyState {}
}
