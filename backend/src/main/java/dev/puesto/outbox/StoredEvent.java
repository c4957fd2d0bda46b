package dev.puesto.outbox;

import dev.puesto.id.AccountId;
import dev.puesto.id.EventId;
import dev.puesto.jooq.Json;
import java.time.Instant;
import org.jooq.JSONB;

/**
 * An event as the outbox hands it out.
 *
 * @param type the record's name
 * @param version of the record when it was written
 * @param createdAt by the real clock
 * @param attempts how often it was handed out, this time included
 */
public record StoredEvent(
        AccountId account, EventId id, String type, int version, JSONB payload, Instant createdAt, int attempts) {

    /** The event that was written. */
    public <E extends Event> E as(Class<E> event) {
        return Json.read(payload, event);
    }
}
