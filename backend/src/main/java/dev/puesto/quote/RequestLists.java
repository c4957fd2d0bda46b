package dev.puesto.quote;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.REQUEST;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.api.Connection;
import dev.puesto.api.CursorStrategy;
import dev.puesto.api.PageRequest;
import dev.puesto.id.RequestId;
import dev.puesto.jooq.JobDb;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The job role's statements on requests: those of the accounts that a viewer may see. */
@Component
class RequestLists {
    private static final CursorStrategy<UUID> CURSORS = CursorStrategy.byId("requestsOfAccounts");

    private final JobDb db;

    RequestLists(JobDb db) {
        this.db = db;
    }

    /** A page of the requests that the viewer may see, newest first; of one state, or of all. */
    Connection<RequestListItem> page(Viewer viewer, PageRequest page, @Nullable RequestState state) {
        Condition wanted =
                Requests.of(state).and(nearby(viewer)).and(AccountAccess.permits(viewer, REQUEST.ACCOUNT_ID));
        Condition behind = CURSORS.read(page)
                .map(RequestId::new)
                .map(id -> page.forward() ? REQUEST.ID.lt(id) : REQUEST.ID.gt(id))
                .orElse(noCondition());
        List<RequestListItem> rows = db.sql()
                .select(
                        REQUEST.ACCOUNT_ID,
                        REQUEST.ID,
                        ACCOUNT.NAME,
                        REQUEST.NUMBER,
                        REQUEST.STATE,
                        REQUEST.CONTACT_NAME,
                        REQUEST.CREATED_AT,
                        REQUEST.CLOSED_AT)
                .from(REQUEST)
                .join(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(REQUEST.ACCOUNT_ID))
                .where(wanted)
                .and(behind)
                .orderBy(page.forward() ? REQUEST.ID.desc() : REQUEST.ID.asc())
                .limit(page.limit())
                .fetch(RequestLists::read);
        return Connection.of(
                page,
                rows,
                CURSORS,
                item -> item.requestId().value(),
                () -> db.sql().fetchCount(REQUEST, wanted));
    }

    /** Naming a representative's accounts first lets their index find them. */
    private static Condition nearby(Viewer viewer) {
        return viewer instanceof Viewer.Person person && !person.operator() && person.representative() != null
                ? REQUEST.ACCOUNT_ID.in(select(ACCOUNT.ACCOUNT_ID)
                        .from(ACCOUNT)
                        .where(ACCOUNT.REPRESENTATIVE_ID.eq(person.representative())))
                : noCondition();
    }

    private static RequestListItem read(Record row) {
        return new RequestListItem(
                row.get(REQUEST.ACCOUNT_ID),
                row.get(REQUEST.ID),
                row.get(ACCOUNT.NAME),
                row.get(REQUEST.NUMBER),
                RequestState.valueOf(row.get(REQUEST.STATE)),
                row.get(REQUEST.CONTACT_NAME),
                row.get(REQUEST.CREATED_AT),
                row.get(REQUEST.CLOSED_AT));
    }
}
