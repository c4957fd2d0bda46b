package dev.puesto.outbox;

import static dev.puesto.jooq.Tables.OUTBOX;

import dev.puesto.id.AccountId;
import dev.puesto.jooq.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Where a feature leaves the events that it raises. */
@Component
public final class Outbox {
    private final Clock clock;

    Outbox(Clock clock) {
        this.clock = clock;
    }

    /** The insert of one event, for the transaction that makes it happen. */
    public Query append(AccountId account, Event event) {
        return append(account, List.of(event));
    }

    /**
     * One insert of several events, for the transaction that makes them happen. They are told in real time, also where
     * the account has a test clock.
     *
     * @param events at least one
     */
    public Query append(AccountId account, List<? extends Event> events) {
        Instant now = clock.instant();
        var insert = DSL.insertInto(
                OUTBOX,
                OUTBOX.ACCOUNT_ID,
                OUTBOX.TYPE,
                OUTBOX.VERSION,
                OUTBOX.PAYLOAD,
                OUTBOX.CREATED_AT,
                OUTBOX.NEXT_ATTEMPT_AT,
                OUTBOX.ATTEMPTS);
        for (Event event : events) {
            insert = insert.values(account, event.type(), event.version(), Json.of(event), now, now, 0);
        }
        return insert;
    }
}
