package dev.puesto.notification;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.PERSON;
import static dev.puesto.jooq.Tables.PLAN;
import static dev.puesto.jooq.Tables.PRODUCT;
import static dev.puesto.jooq.Tables.REPRESENTATIVE;
import static dev.puesto.jooq.Tables.REQUEST;
import static dev.puesto.jooq.Tables.REQUEST_LINE;

import dev.puesto.catalog.LocalizedText;
import dev.puesto.catalog.SeatNoun;
import dev.puesto.id.AccountId;
import dev.puesto.id.RepresentativeId;
import dev.puesto.id.RequestId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.SharedDb;
import dev.puesto.notification.SentRequest.Line;
import dev.puesto.notification.SentRequest.Representative;
import java.util.List;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Reads what the letters about a request print. */
@Component
final class SentRequests {
    private final AccountDb db;
    private final SharedDb shared;

    SentRequests(AccountDb db, SharedDb shared) {
        this.db = db;
        this.shared = shared;
    }

    SentRequest read(AccountId account, RequestId id) {
        Record head = db.one(
                account,
                sql -> sql.select(
                                ACCOUNT.NAME,
                                ACCOUNT.REPRESENTATIVE_ID,
                                REQUEST.NUMBER,
                                REQUEST.CONTACT_NAME,
                                REQUEST.CONTACT_EMAIL,
                                REQUEST.LOCALE,
                                REQUEST.NOTE,
                                REQUEST.PURCHASE_ORDER_NUMBER)
                        .from(REQUEST)
                        .join(ACCOUNT)
                        .on(ACCOUNT.ACCOUNT_ID.eq(account))
                        .where(REQUEST.ACCOUNT_ID.eq(account))
                        .and(REQUEST.ID.eq(id))
                        .fetchSingle());
        return new SentRequest(
                id,
                head.get(ACCOUNT.NAME),
                head.get(REQUEST.NUMBER),
                head.get(REQUEST.CONTACT_NAME),
                head.get(REQUEST.CONTACT_EMAIL),
                head.get(REQUEST.LOCALE),
                head.get(REQUEST.NOTE),
                head.get(REQUEST.PURCHASE_ORDER_NUMBER),
                representative(head.get(ACCOUNT.REPRESENTATIVE_ID)),
                lines(account, id));
    }

    private Representative representative(RepresentativeId id) {
        return shared.sql()
                .select(REPRESENTATIVE.NAME, REPRESENTATIVE.EMAIL, PERSON.LOCALE)
                .from(REPRESENTATIVE)
                .join(PERSON)
                .on(PERSON.ID.eq(REPRESENTATIVE.PERSON_ID))
                .where(REPRESENTATIVE.ID.eq(id))
                .fetchSingle(row -> new Representative(row.value1(), row.value2(), row.value3()));
    }

    private List<Line> lines(AccountId account, RequestId request) {
        return db.one(
                account,
                sql -> sql.select(
                                PRODUCT.NAME,
                                PRODUCT.SEAT_ONE_EN,
                                PRODUCT.SEAT_ONE_ES,
                                PRODUCT.SEAT_OTHER_EN,
                                PRODUCT.SEAT_OTHER_ES,
                                PLAN.NAME_EN,
                                PLAN.NAME_ES,
                                REQUEST_LINE.SUBSCRIPTION_ID,
                                REQUEST_LINE.PREVIOUS_SEATS,
                                REQUEST_LINE.SEATS)
                        .from(REQUEST_LINE)
                        .join(PLAN)
                        .on(PLAN.ID.eq(REQUEST_LINE.PLAN_ID))
                        .join(PRODUCT)
                        .on(PRODUCT.ID.eq(REQUEST_LINE.PRODUCT_ID))
                        .where(REQUEST_LINE.ACCOUNT_ID.eq(account))
                        .and(REQUEST_LINE.REQUEST_ID.eq(request))
                        .orderBy(REQUEST_LINE.POSITION)
                        .fetch(SentRequests::line));
    }

    private static Line line(Record row) {
        return new Line(
                row.get(PRODUCT.NAME),
                new SeatNoun(
                        new LocalizedText(row.get(PRODUCT.SEAT_ONE_EN), row.get(PRODUCT.SEAT_ONE_ES)),
                        new LocalizedText(row.get(PRODUCT.SEAT_OTHER_EN), row.get(PRODUCT.SEAT_OTHER_ES))),
                new LocalizedText(row.get(PLAN.NAME_EN), row.get(PLAN.NAME_ES)),
                row.get(REQUEST_LINE.SUBSCRIPTION_ID) == null,
                row.get(REQUEST_LINE.PREVIOUS_SEATS),
                row.get(REQUEST_LINE.SEATS));
    }
}
