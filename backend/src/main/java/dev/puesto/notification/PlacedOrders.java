package dev.puesto.notification;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.DOCUMENT;
import static dev.puesto.jooq.Tables.DOCUMENT_TAX;
import static dev.puesto.jooq.Tables.ORDER_LINE;
import static dev.puesto.jooq.Tables.PAYMENT;
import static dev.puesto.jooq.Tables.PAYMENT_METHOD;
import static dev.puesto.jooq.Tables.PLAN;
import static dev.puesto.jooq.Tables.PRODUCT;
import static dev.puesto.jooq.Tables.SCHEDULED_CHANGE;
import static dev.puesto.jooq.Tables.SUBSCRIPTION_PERIOD;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import dev.puesto.account.CollectionMethod;
import dev.puesto.catalog.LocalizedText;
import dev.puesto.catalog.SeatNoun;
import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.money.Amounts;
import dev.puesto.notification.PlacedOrder.Document;
import dev.puesto.notification.PlacedOrder.Line;
import dev.puesto.notification.PlacedOrder.Payment;
import dev.puesto.notification.PlacedOrder.Tax;
import dev.puesto.notification.PlacedOrder.Totals;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Reads what a confirmation prints, when it is written. */
@Component
final class PlacedOrders {
    private static final String INVOICE = "INVOICE";
    private static final Field<String> PERIOD_ZONE = field(name("period_zone"), String.class);
    private static final Field<BigDecimal> TAX = sum(when(DOCUMENT.KIND.eq(INVOICE), DOCUMENT_TAX.TAX_MINOR)
                    .otherwise(DOCUMENT_TAX.TAX_MINOR.neg()))
            .as("tax");
    private static final Field<Integer> RELEASED =
            cardinality(ORDER_LINE.RELEASED_USER_IDS).as("released");

    private final AccountDb db;

    PlacedOrders(AccountDb db) {
        this.db = db;
    }

    /** The order of that id, which was placed. */
    PlacedOrder read(AccountId account, OrderId order) {
        return db.transact(account, transaction -> read(transaction.sql(), account, order));
    }

    private static PlacedOrder read(DSLContext sql, AccountId account, OrderId order) {
        Record head = head(sql, account, order);
        CurrencyUnit currency = CurrencyUnit.of(head.get(ACCOUNT_ORDER.CURRENCY));
        ZoneId zone = ZoneId.of(head.get(ACCOUNT.TIME_ZONE));
        return new PlacedOrder(
                order,
                head.get(ACCOUNT_ORDER.NUMBER),
                head.get(ACCOUNT.NAME),
                zone,
                head.get(ACCOUNT_ORDER.CONTACT_EMAIL),
                Locale.of(head.get(ACCOUNT_ORDER.LOCALE)),
                currency,
                head.get(ACCOUNT_ORDER.PLACED_AT),
                head.get(ACCOUNT_ORDER.PURCHASE_ORDER_NUMBER),
                head.get(ACCOUNT.COLLECTION).equals(CollectionMethod.CHARGE.name()),
                totals(head, currency),
                lines(sql, account, order, zone, currency),
                documents(sql, account, order),
                taxes(sql, account, order, currency),
                payment(sql, account, order, currency));
    }

    private static Record head(DSLContext sql, AccountId account, OrderId order) {
        return sql.select(
                        ACCOUNT.NAME,
                        ACCOUNT.TIME_ZONE,
                        ACCOUNT.COLLECTION,
                        ACCOUNT_ORDER.NUMBER,
                        ACCOUNT_ORDER.CONTACT_EMAIL,
                        ACCOUNT_ORDER.LOCALE,
                        ACCOUNT_ORDER.CURRENCY,
                        ACCOUNT_ORDER.PLACED_AT,
                        ACCOUNT_ORDER.PURCHASE_ORDER_NUMBER,
                        ACCOUNT_ORDER.TOTAL_MINOR,
                        ACCOUNT_ORDER.CARRIED_INVOICES_MINOR,
                        ACCOUNT_ORDER.BALANCE_APPLIED_MINOR,
                        ACCOUNT_ORDER.BALANCE_ADDED_MINOR,
                        ACCOUNT_ORDER.DUE_MINOR)
                .from(ACCOUNT_ORDER)
                .join(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(ACCOUNT_ORDER.ACCOUNT_ID))
                .where(ACCOUNT_ORDER.ACCOUNT_ID.eq(account))
                .and(ACCOUNT_ORDER.ID.eq(order))
                .fetchSingle();
    }

    private static Totals totals(Record head, CurrencyUnit currency) {
        return new Totals(
                Amounts.ofMinor(currency, head.get(ACCOUNT_ORDER.TOTAL_MINOR)),
                Amounts.ofMinor(currency, head.get(ACCOUNT_ORDER.CARRIED_INVOICES_MINOR)),
                Amounts.ofMinor(currency, head.get(ACCOUNT_ORDER.BALANCE_APPLIED_MINOR)),
                Amounts.ofMinor(currency, head.get(ACCOUNT_ORDER.BALANCE_ADDED_MINOR)),
                Amounts.ofMinor(currency, head.get(ACCOUNT_ORDER.DUE_MINOR)));
    }

    private static List<Line> lines(
            DSLContext sql, AccountId account, OrderId order, ZoneId accountZone, CurrencyUnit currency) {
        return sql.select(
                        PRODUCT.NAME,
                        PRODUCT.SEAT_ONE_EN,
                        PRODUCT.SEAT_ONE_ES,
                        PRODUCT.SEAT_OTHER_EN,
                        PRODUCT.SEAT_OTHER_ES,
                        PLAN.NAME_EN,
                        PLAN.NAME_ES,
                        ORDER_LINE.KIND,
                        ORDER_LINE.PREVIOUS_SEATS,
                        ORDER_LINE.SEATS,
                        ORDER_LINE.PERIOD_START_AT,
                        ORDER_LINE.PERIOD_END_AT,
                        ORDER_LINE.CHARGE_NET_MINOR,
                        ORDER_LINE.CREDIT_NET_MINOR,
                        SCHEDULED_CHANGE.DUE_AT,
                        RELEASED,
                        ORDER_LINE.EXPLANATIONS,
                        periodZone(account).as(PERIOD_ZONE))
                .from(ORDER_LINE)
                .join(PLAN)
                .on(PLAN.ID.eq(ORDER_LINE.PLAN_ID))
                .join(PRODUCT)
                .on(PRODUCT.ID.eq(ORDER_LINE.PRODUCT_ID))
                .leftJoin(SCHEDULED_CHANGE)
                .on(SCHEDULED_CHANGE.ACCOUNT_ID.eq(ORDER_LINE.ACCOUNT_ID))
                .and(SCHEDULED_CHANGE.ORDER_ID.eq(ORDER_LINE.ORDER_ID))
                .and(SCHEDULED_CHANGE.SUBSCRIPTION_ID.eq(ORDER_LINE.SUBSCRIPTION_ID))
                .where(ORDER_LINE.ACCOUNT_ID.eq(account))
                .and(ORDER_LINE.ORDER_ID.eq(order))
                .orderBy(ORDER_LINE.POSITION)
                .fetch(row -> line(row, accountZone, currency));
    }

    private static Field<String> periodZone(AccountId account) {
        return field(select(SUBSCRIPTION_PERIOD.TIME_ZONE)
                .from(SUBSCRIPTION_PERIOD)
                .where(SUBSCRIPTION_PERIOD.ACCOUNT_ID.eq(account))
                .and(SUBSCRIPTION_PERIOD.SUBSCRIPTION_ID.eq(ORDER_LINE.SUBSCRIPTION_ID))
                .orderBy(SUBSCRIPTION_PERIOD.START_AT.desc())
                .limit(1));
    }

    private static Line line(Record row, ZoneId accountZone, CurrencyUnit currency) {
        String periodZone = row.get(PERIOD_ZONE);
        return new Line(
                row.get(PRODUCT.NAME),
                new SeatNoun(
                        new LocalizedText(row.get(PRODUCT.SEAT_ONE_EN), row.get(PRODUCT.SEAT_ONE_ES)),
                        new LocalizedText(row.get(PRODUCT.SEAT_OTHER_EN), row.get(PRODUCT.SEAT_OTHER_ES))),
                new LocalizedText(row.get(PLAN.NAME_EN), row.get(PLAN.NAME_ES)),
                row.get(ORDER_LINE.KIND),
                row.get(ORDER_LINE.PREVIOUS_SEATS),
                row.get(ORDER_LINE.SEATS),
                row.get(ORDER_LINE.PERIOD_START_AT),
                row.get(ORDER_LINE.PERIOD_END_AT),
                periodZone == null ? accountZone : ZoneId.of(periodZone),
                row.get(SCHEDULED_CHANGE.DUE_AT),
                Amounts.ofMinor(currency, row.get(ORDER_LINE.CHARGE_NET_MINOR)),
                Amounts.ofMinor(currency, row.get(ORDER_LINE.CREDIT_NET_MINOR)),
                row.get(RELEASED),
                List.of(row.get(ORDER_LINE.EXPLANATIONS)));
    }

    private static List<Document> documents(DSLContext sql, AccountId account, OrderId order) {
        return sql.select(DOCUMENT.KIND, DOCUMENT.NUMBER, DOCUMENT.DUE_DATE)
                .from(DOCUMENT)
                .where(DOCUMENT.ACCOUNT_ID.eq(account))
                .and(DOCUMENT.ORDER_ID.eq(order))
                .orderBy(DOCUMENT.KIND.desc())
                .fetch(row -> new Document(
                        row.get(DOCUMENT.KIND).equals(INVOICE), row.get(DOCUMENT.NUMBER), row.get(DOCUMENT.DUE_DATE)));
    }

    private static List<Tax> taxes(DSLContext sql, AccountId account, OrderId order, CurrencyUnit currency) {
        return sql.select(DOCUMENT_TAX.TAX_COUNTRY, DOCUMENT_TAX.TAX_TREATMENT, DOCUMENT_TAX.TAX_RATE_BASIS_POINTS, TAX)
                .from(DOCUMENT)
                .join(DOCUMENT_TAX)
                .on(DOCUMENT_TAX.ACCOUNT_ID.eq(DOCUMENT.ACCOUNT_ID))
                .and(DOCUMENT_TAX.DOCUMENT_ID.eq(DOCUMENT.ID))
                .where(DOCUMENT.ACCOUNT_ID.eq(account))
                .and(DOCUMENT.ORDER_ID.eq(order))
                .groupBy(DOCUMENT_TAX.TAX_COUNTRY, DOCUMENT_TAX.TAX_TREATMENT, DOCUMENT_TAX.TAX_RATE_BASIS_POINTS)
                .orderBy(DOCUMENT_TAX.TAX_COUNTRY, DOCUMENT_TAX.TAX_RATE_BASIS_POINTS.desc())
                .fetch(row -> new Tax(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        Amounts.ofMinor(currency, row.value4().longValueExact())));
    }

    private static Optional<Payment> payment(DSLContext sql, AccountId account, OrderId order, CurrencyUnit currency) {
        return sql.select(PAYMENT.AMOUNT_MINOR, PAYMENT_METHOD.BRAND, PAYMENT_METHOD.LAST_DIGITS)
                .from(PAYMENT)
                .join(PAYMENT_METHOD)
                .on(PAYMENT_METHOD.ACCOUNT_ID.eq(PAYMENT.ACCOUNT_ID))
                .and(PAYMENT_METHOD.ID.eq(PAYMENT.PAYMENT_METHOD_ID))
                .where(PAYMENT.ACCOUNT_ID.eq(account))
                .and(PAYMENT.ORDER_ID.eq(order))
                .and(PAYMENT.STATE.eq("SUCCEEDED"))
                .fetchOptional(row -> new Payment(Amounts.ofMinor(currency, row.value1()), row.value2(), row.value3()));
    }
}
