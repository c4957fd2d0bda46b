package dev.puesto.outbox;

import static dev.puesto.jooq.Tables.OUTBOX;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.val;

import dev.puesto.id.EventId;
import dev.puesto.jooq.JobDb;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Records;
import org.springframework.stereotype.Component;

/** The job role's statements on the outbox, across accounts. */
@Component
final class OutboxQueue {
    private final JobDb db;

    OutboxQueue(JobDb db) {
        this.db = db;
    }

    /**
     * Takes events that are due. Another dispatcher that saw the same ones finds their next attempt moved and gets none
     * of them.
     *
     * @param lease for how long they are taken
     */
    List<StoredEvent> take(Instant now, Duration lease, int limit) {
        List<EventId> due = db.sql()
                .select(OUTBOX.ID)
                .from(OUTBOX)
                .where(OUTBOX.NEXT_ATTEMPT_AT.le(now))
                .orderBy(OUTBOX.NEXT_ATTEMPT_AT)
                .limit(limit)
                .fetch(OUTBOX.ID);
        if (due.isEmpty()) {
            return List.of();
        }
        return db.sql()
                .update(OUTBOX)
                .set(OUTBOX.NEXT_ATTEMPT_AT, now.plus(lease))
                .set(OUTBOX.ATTEMPTS, OUTBOX.ATTEMPTS.plus(1))
                .where(OUTBOX.NEXT_ATTEMPT_AT.le(now))
                .and(isAmong(due))
                .returningResult(
                        OUTBOX.ACCOUNT_ID,
                        OUTBOX.ID,
                        OUTBOX.TYPE,
                        OUTBOX.VERSION,
                        OUTBOX.PAYLOAD,
                        OUTBOX.CREATED_AT,
                        OUTBOX.ATTEMPTS)
                .fetch(Records.mapping(StoredEvent::new));
    }

    /** Closes events that every handler took. */
    void close(Collection<StoredEvent> events, Instant now) {
        if (!events.isEmpty()) {
            db.sql()
                    .update(OUTBOX)
                    .set(OUTBOX.DISPATCHED_AT, now)
                    .set(OUTBOX.NEXT_ATTEMPT_AT, castNull(OUTBOX.NEXT_ATTEMPT_AT))
                    .where(OUTBOX.NEXT_ATTEMPT_AT.isNotNull())
                    .and(isAmong(events.stream().map(StoredEvent::id).toList()))
                    .execute();
        }
    }

    /** Puts an event back that a handler did not take. */
    void putBack(StoredEvent event, Instant nextAttempt) {
        db.sql()
                .update(OUTBOX)
                .set(OUTBOX.NEXT_ATTEMPT_AT, nextAttempt)
                .where(isThat(event))
                .execute();
    }

    /** Keeps an event without a further attempt. */
    void giveUp(StoredEvent event) {
        db.sql()
                .update(OUTBOX)
                .set(OUTBOX.NEXT_ATTEMPT_AT, castNull(OUTBOX.NEXT_ATTEMPT_AT))
                .where(isThat(event))
                .execute();
    }

    /** Deletes events that were dispatched before that instant; says how many. */
    int purge(Instant dispatchedBefore) {
        return db.sql()
                .deleteFrom(OUTBOX)
                .where(OUTBOX.DISPATCHED_AT.lt(dispatchedBefore))
                .execute();
    }

    private static Condition isAmong(List<EventId> ids) {
        return OUTBOX.ID.eq(
                any(val(ids.toArray(EventId[]::new), OUTBOX.ID.getDataType().array())));
    }

    private static Condition isThat(StoredEvent event) {
        return OUTBOX.ACCOUNT_ID
                .eq(event.account())
                .and(OUTBOX.ID.eq(event.id()))
                .and(OUTBOX.NEXT_ATTEMPT_AT.isNotNull());
    }
}
