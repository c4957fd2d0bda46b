package dev.puesto.audit;

import static dev.puesto.jooq.Tables.AUDIT;

import dev.puesto.access.Viewer;
import dev.puesto.id.AccountId;
import dev.puesto.jooq.Json;
import java.time.Instant;
import java.util.List;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Writes the audit trail. */
public final class Audit {
    /** The key of the logging context that holds the request's id. */
    public static final String REQUEST_ID = "requestId";

    private Audit() {}

    /** The insert of one change, for the transaction that makes it. */
    public static Query append(Viewer viewer, AccountId account, Instant at, Change change) {
        return append(viewer, account, at, List.of(change));
    }

    /**
     * One insert of several changes, for the transaction that makes them.
     *
     * @param at the account's now
     * @param changes at least one
     */
    public static Query append(Viewer viewer, AccountId account, Instant at, List<Change> changes) {
        String request = MDC.get(REQUEST_ID);
        var insert = DSL.insertInto(
                AUDIT,
                AUDIT.ACCOUNT_ID,
                AUDIT.AT,
                AUDIT.ACTOR,
                AUDIT.ACTION,
                AUDIT.SUBJECT_TYPE,
                AUDIT.SUBJECT_ID,
                AUDIT.BEFORE,
                AUDIT.AFTER,
                AUDIT.REQUEST_ID);
        for (Change change : changes) {
            insert = insert.values(
                    account,
                    at,
                    viewer.actor(),
                    change.action(),
                    change.subjectType(),
                    change.subject().value(),
                    json(change.before()),
                    json(change.after()),
                    request);
        }
        return insert;
    }

    private static @Nullable JSONB json(@Nullable Object state) {
        return state == null ? null : Json.of(state);
    }
}
