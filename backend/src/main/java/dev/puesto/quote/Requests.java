package dev.puesto.quote;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.CONTACT;
import static dev.puesto.jooq.Tables.REQUEST;
import static dev.puesto.jooq.Tables.REQUEST_LINE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.api.Connection;
import dev.puesto.api.CursorStrategy;
import dev.puesto.api.PageRequest;
import dev.puesto.cart.CartLine;
import dev.puesto.id.AccountId;
import dev.puesto.id.PersonId;
import dev.puesto.id.RepresentativeId;
import dev.puesto.id.RequestId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.Columns;
import dev.puesto.seatquote.Effective;
import dev.puesto.subscription.ReleaseRule;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and writes requests with their lines. */
@Component
class Requests {
    private static final CursorStrategy<UUID> CURSORS = CursorStrategy.byId("requests");
    private static final List<Field<?>> ROW = List.of(
            REQUEST.ACCOUNT_ID,
            REQUEST.ID,
            REQUEST.NUMBER,
            REQUEST.STATE,
            REQUEST.CLOSE_REASON,
            REQUEST.CART_ID,
            REQUEST.REQUESTED_BY,
            REQUEST.CONTACT_NAME,
            REQUEST.CONTACT_EMAIL,
            REQUEST.NOTE,
            REQUEST.PURCHASE_ORDER_NUMBER,
            REQUEST.CREATED_AT,
            REQUEST.CLOSED_AT,
            REQUEST.VERSION);

    private final AccountDb db;

    Requests(AccountDb db) {
        this.db = db;
    }

    /** The requests of those ids that the viewer may see. */
    List<Request> find(Viewer viewer, AccountId account, Collection<RequestId> ids) {
        return db.one(
                account,
                sql -> sql.fetch(byId(account, ids).and(AccountAccess.permits(viewer, account)))
                        .map(Requests::read));
    }

    /** The requests of those ids; read with {@link #read}. */
    static SelectConditionStep<Record> byId(AccountId account, Collection<RequestId> ids) {
        return select(ROW).from(REQUEST).where(REQUEST.ACCOUNT_ID.eq(account)).and(Columns.isAmong(REQUEST.ID, ids));
    }

    /** A page of an account's requests, newest first; of one state, or of all. */
    Connection<Request> page(AccountId account, PageRequest page, @Nullable RequestState state) {
        Condition wanted = REQUEST.ACCOUNT_ID.eq(account).and(of(state));
        Condition behind = CURSORS.read(page)
                .map(RequestId::new)
                .map(id -> page.forward() ? REQUEST.ID.lt(id) : REQUEST.ID.gt(id))
                .orElse(noCondition());
        List<Request> rows = db.one(
                account,
                sql -> sql.select(ROW)
                        .from(REQUEST)
                        .where(wanted)
                        .and(behind)
                        .orderBy(page.forward() ? REQUEST.ID.desc() : REQUEST.ID.asc())
                        .limit(page.limit())
                        .fetch(Requests::read));
        return Connection.of(
                page,
                rows,
                CURSORS,
                request -> request.requestId().value(),
                () -> db.one(account, sql -> sql.fetchCount(REQUEST, wanted)));
    }

    static Condition of(@Nullable RequestState state) {
        return state == null ? noCondition() : REQUEST.STATE.eq(state.name());
    }

    static Request read(Record row) {
        String reason = row.get(REQUEST.CLOSE_REASON);
        return new Request(
                row.get(REQUEST.ACCOUNT_ID),
                row.get(REQUEST.ID),
                row.get(REQUEST.NUMBER),
                RequestState.valueOf(row.get(REQUEST.STATE)),
                reason == null ? null : RequestCloseReason.valueOf(reason),
                row.get(REQUEST.CART_ID),
                row.get(REQUEST.REQUESTED_BY),
                row.get(REQUEST.CONTACT_NAME),
                row.get(REQUEST.CONTACT_EMAIL),
                row.get(REQUEST.NOTE),
                row.get(REQUEST.PURCHASE_ORDER_NUMBER),
                row.get(REQUEST.CREATED_AT),
                row.get(REQUEST.CLOSED_AT),
                row.get(REQUEST.VERSION));
    }

    /** The representative of the account today. */
    Optional<RepresentativeId> representative(AccountId account) {
        return db.one(
                account,
                sql -> sql.select(ACCOUNT.REPRESENTATIVE_ID)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ACCOUNT_ID.eq(account))
                        .fetchOptional(ACCOUNT.REPRESENTATIVE_ID));
    }

    /** The lines of those requests, in order. */
    Map<RequestId, List<RequestLine>> lines(AccountId account, Collection<RequestId> requests) {
        return db.one(
                account,
                sql -> sql.select(REQUEST_LINE.fields())
                        .from(REQUEST_LINE)
                        .where(REQUEST_LINE.ACCOUNT_ID.eq(account))
                        .and(Columns.isAmong(REQUEST_LINE.REQUEST_ID, requests))
                        .orderBy(REQUEST_LINE.REQUEST_ID, REQUEST_LINE.POSITION)
                        .fetchGroups(row -> row.get(REQUEST_LINE.REQUEST_ID), Requests::readLine));
    }

    private static RequestLine readLine(Record row) {
        String effective = row.get(REQUEST_LINE.EFFECTIVE);
        String rule = row.get(REQUEST_LINE.RELEASE_RULE);
        return new RequestLine(
                row.get(REQUEST_LINE.ACCOUNT_ID),
                row.get(REQUEST_LINE.ID),
                row.get(REQUEST_LINE.POSITION),
                row.get(REQUEST_LINE.SUBSCRIPTION_ID),
                row.get(REQUEST_LINE.PRODUCT_ID),
                row.get(REQUEST_LINE.PLAN_ID),
                row.get(REQUEST_LINE.PREVIOUS_SEATS),
                row.get(REQUEST_LINE.SEATS),
                effective == null ? null : Effective.valueOf(effective),
                row.get(REQUEST_LINE.ALIGN_TO_SUBSCRIPTION_ID),
                rule == null ? null : ReleaseRule.valueOf(rule),
                Arrays.asList(row.get(REQUEST_LINE.RELEASE_USER_IDS)));
    }

    /** The last number given in the account; the account is locked. No row where there is none. */
    static Select<? extends Record> lastNumber(AccountId account) {
        return select(REQUEST.NUMBER)
                .from(REQUEST)
                .where(REQUEST.ACCOUNT_ID.eq(account))
                .orderBy(REQUEST.NUMBER.desc())
                .limit(1);
    }

    /** The contact of the account that a person is; no row for others. */
    static Select<? extends Record> contact(AccountId account, PersonId person) {
        return select(CONTACT.NAME, CONTACT.EMAIL, CONTACT.LOCALE)
                .from(CONTACT)
                .where(CONTACT.ACCOUNT_ID.eq(account))
                .and(CONTACT.PERSON_ID.eq(person))
                .and(CONTACT.REMOVED_AT.isNull());
    }

    /** The insert of a request. */
    static Query insert(Request request, String locale) {
        return DSL.insertInto(REQUEST)
                .set(REQUEST.ACCOUNT_ID, request.accountId())
                .set(REQUEST.ID, request.requestId())
                .set(REQUEST.NUMBER, request.number())
                .set(REQUEST.STATE, request.state().name())
                .set(REQUEST.CART_ID, request.cart())
                .set(REQUEST.REQUESTED_BY, request.requestedBy())
                .set(REQUEST.CONTACT_NAME, request.contactName())
                .set(REQUEST.CONTACT_EMAIL, request.contactEmail())
                .set(REQUEST.LOCALE, locale)
                .set(REQUEST.NOTE, request.note())
                .set(REQUEST.PURCHASE_ORDER_NUMBER, request.purchaseOrderNumber())
                .set(REQUEST.CREATED_AT, request.createdAt())
                .set(REQUEST.VERSION, request.version());
    }

    /** The insert of its lines, as the cart has them. */
    static Query insertLines(Request request, List<CartLine> lines, Map<SubscriptionId, Long> owned) {
        var insert = DSL.insertInto(
                REQUEST_LINE,
                REQUEST_LINE.ACCOUNT_ID,
                REQUEST_LINE.REQUEST_ID,
                REQUEST_LINE.POSITION,
                REQUEST_LINE.SUBSCRIPTION_ID,
                REQUEST_LINE.PRODUCT_ID,
                REQUEST_LINE.PLAN_ID,
                REQUEST_LINE.PREVIOUS_SEATS,
                REQUEST_LINE.SEATS,
                REQUEST_LINE.EFFECTIVE,
                REQUEST_LINE.ALIGN_TO_SUBSCRIPTION_ID,
                REQUEST_LINE.RELEASE_RULE,
                REQUEST_LINE.RELEASE_USER_IDS);
        for (CartLine line : lines) {
            SubscriptionId subscription = line.change().subscriptionId();
            insert = insert.values(
                    request.accountId(),
                    request.requestId(),
                    line.position(),
                    subscription,
                    line.productId(),
                    line.planId(),
                    subscription == null ? 0L : owned.getOrDefault(subscription, 0L),
                    line.seats(),
                    line.effective() == null ? null : line.effective().name(),
                    line.change().alignTo(),
                    line.releaseRule() == null ? null : line.releaseRule().name(),
                    line.change().releases().userIds().stream()
                            .map(UserId::value)
                            .toArray(UUID[]::new));
        }
        return insert;
    }

    /** The update that closes an open request. */
    static Query close(Request closed, Instant at, String by) {
        return DSL.update(REQUEST)
                .set(REQUEST.STATE, closed.state().name())
                .set(REQUEST.CLOSE_REASON, RequestCloseReason.WITHDRAWN.name())
                .set(REQUEST.CLOSED_AT, at)
                .set(REQUEST.CLOSED_BY, by)
                .set(REQUEST.VERSION, closed.version())
                .where(REQUEST.ACCOUNT_ID.eq(closed.accountId()))
                .and(REQUEST.ID.eq(closed.requestId()));
    }
}
