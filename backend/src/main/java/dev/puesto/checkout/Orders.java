package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.ORDER_LINE;
import static dev.puesto.jooq.Tables.PAYMENT;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.api.Connection;
import dev.puesto.api.CursorStrategy;
import dev.puesto.api.MoneyView;
import dev.puesto.api.PageRequest;
import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PaymentId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.Columns;
import dev.puesto.jooq.Json;
import dev.puesto.money.Amounts;
import dev.puesto.payment.Payment;
import dev.puesto.payment.Payments;
import dev.puesto.seat.OrderedReleases;
import dev.puesto.seatquote.ChangeKind;
import dev.puesto.seatquote.Effective;
import dev.puesto.subscription.Subscription;
import dev.puesto.subscription.Subscriptions;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads orders. */
@Component
final class Orders {
    private static final List<Field<?>> ORDER_ROW = List.of(
            ACCOUNT_ORDER.ACCOUNT_ID,
            ACCOUNT_ORDER.ID,
            ACCOUNT_ORDER.NUMBER,
            ACCOUNT_ORDER.CART_ID,
            ACCOUNT_ORDER.STATE,
            ACCOUNT_ORDER.VOID_REASON,
            ACCOUNT_ORDER.PLACED_BY,
            ACCOUNT_ORDER.CURRENCY,
            ACCOUNT_ORDER.AS_OF,
            ACCOUNT_ORDER.CREATED_AT,
            ACCOUNT_ORDER.PLACED_AT,
            ACCOUNT_ORDER.VOIDED_AT,
            ACCOUNT_ORDER.CHARGES_MINOR,
            ACCOUNT_ORDER.CREDITS_MINOR,
            ACCOUNT_ORDER.CARRIED_INVOICES_MINOR,
            ACCOUNT_ORDER.BALANCE_APPLIED_MINOR,
            ACCOUNT_ORDER.BALANCE_ADDED_MINOR,
            ACCOUNT_ORDER.DUE_MINOR,
            ACCOUNT_ORDER.PURCHASE_ORDER_NUMBER);

    private static final CursorStrategy<UUID> CURSORS = CursorStrategy.byId("orders");

    private final AccountDb db;

    Orders(AccountDb db) {
        this.db = db;
    }

    /** The orders of those ids that the viewer may see. */
    List<Order> find(Viewer viewer, AccountId account, Collection<OrderId> ids) {
        return db.one(
                account,
                sql -> sql.select(ORDER_ROW)
                        .from(ACCOUNT_ORDER)
                        .where(ACCOUNT_ORDER.ACCOUNT_ID.eq(account))
                        .and(Columns.isAmong(ACCOUNT_ORDER.ID, ids))
                        .and(AccountAccess.permits(viewer, account))
                        .fetch(Orders::read));
    }

    /** The orders of those ids, for a viewer who was told of them. */
    Map<OrderId, Order> ofIds(AccountId account, Collection<OrderId> ids) {
        return db.one(
                account,
                sql -> sql
                        .select(ORDER_ROW)
                        .from(ACCOUNT_ORDER)
                        .where(ACCOUNT_ORDER.ACCOUNT_ID.eq(account))
                        .and(Columns.isAmong(ACCOUNT_ORDER.ID, ids))
                        .fetch(Orders::read)
                        .stream()
                        .collect(Collectors.toMap(Order::orderId, Function.identity())));
    }

    /** A page of an account's orders, newest first; of one state, or of all. */
    Connection<Order> page(AccountId account, PageRequest page, @Nullable OrderState state) {
        Condition wanted = ACCOUNT_ORDER
                .ACCOUNT_ID
                .eq(account)
                .and(state == null ? DSL.noCondition() : ACCOUNT_ORDER.STATE.eq(state.name()));
        Condition behind = CURSORS.read(page)
                .map(OrderId::new)
                .map(id -> page.forward() ? ACCOUNT_ORDER.ID.lt(id) : ACCOUNT_ORDER.ID.gt(id))
                .orElse(DSL.noCondition());
        List<Order> rows = db.one(
                account,
                sql -> sql.select(ORDER_ROW)
                        .from(ACCOUNT_ORDER)
                        .where(wanted)
                        .and(behind)
                        .orderBy(page.forward() ? ACCOUNT_ORDER.ID.desc() : ACCOUNT_ORDER.ID.asc())
                        .limit(page.limit())
                        .fetch(Orders::read));
        return Connection.of(
                page,
                rows,
                CURSORS,
                order -> order.orderId().value(),
                () -> state == null ? count(account) : count(account, wanted));
    }

    /** Orders are numbered from 1 without a gap: the last number is their count. */
    private long count(AccountId account) {
        return db.one(
                account,
                sql -> sql.select(ACCOUNT.LAST_ORDER_NUMBER)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ACCOUNT_ID.eq(account))
                        .fetchSingle(ACCOUNT.LAST_ORDER_NUMBER));
    }

    private long count(AccountId account, Condition wanted) {
        return db.one(account, sql -> sql.fetchCount(ACCOUNT_ORDER, wanted));
    }

    /** Those subscriptions, in one statement; a new one of an order that is not placed is not there. */
    Map<SubscriptionId, Subscription> subscriptions(AccountId account, Collection<SubscriptionId> ids) {
        return db.one(
                account,
                sql -> sql.fetch(Subscriptions.byId(account, ids)).map(Subscriptions::read).stream()
                        .collect(Collectors.toMap(Subscription::subscriptionId, Function.identity())));
    }

    /** The payments of those orders that wait for their customers. */
    Map<OrderId, Payment> waitingForAction(AccountId account, Collection<OrderId> orders) {
        return db.one(
                account,
                sql -> sql.fetch(Payments.requiringAction(account, orders)).map(Payments::read).stream()
                        .collect(Collectors.toMap(
                                payment -> Objects.requireNonNull(payment.order()), Function.identity())));
    }

    /** The lines of those orders, in order. */
    Map<OrderId, List<OrderLine>> lines(AccountId account, Collection<OrderId> orders) {
        return db.one(
                account,
                sql -> sql.select(ORDER_LINE.fields())
                        .select(ACCOUNT_ORDER.CURRENCY)
                        .from(ORDER_LINE)
                        .join(ACCOUNT_ORDER)
                        .on(ACCOUNT_ORDER.ACCOUNT_ID.eq(ORDER_LINE.ACCOUNT_ID))
                        .and(ACCOUNT_ORDER.ID.eq(ORDER_LINE.ORDER_ID))
                        .where(ORDER_LINE.ACCOUNT_ID.eq(account))
                        .and(Columns.isAmong(ORDER_LINE.ORDER_ID, orders))
                        .orderBy(ORDER_LINE.ORDER_ID, ORDER_LINE.POSITION)
                        .fetchGroups(row -> row.get(ORDER_LINE.ORDER_ID), Orders::readLine));
    }

    /** An order with its plan; read with {@link #read} and {@link #readPlan}. */
    static Select<Record> withPlan(AccountId account, OrderId order) {
        return DSL.select(ORDER_ROW)
                .select(ACCOUNT_ORDER.SEAT_QUOTE)
                .from(ACCOUNT_ORDER)
                .where(ACCOUNT_ORDER.ACCOUNT_ID.eq(account))
                .and(ACCOUNT_ORDER.ID.eq(order));
    }

    /** The same, with whose seats it marked: {@link OrderedReleases#readMarked}. */
    static Select<Record> withPlanAndMarked(AccountId account, OrderId order) {
        return DSL.select(ORDER_ROW)
                .select(ACCOUNT_ORDER.SEAT_QUOTE)
                .select(OrderedReleases.marked(account, order))
                .from(ACCOUNT_ORDER)
                .where(ACCOUNT_ORDER.ACCOUNT_ID.eq(account))
                .and(ACCOUNT_ORDER.ID.eq(order));
    }

    /** The order that a payment is for; read with {@link #read}. */
    static Select<Record> ofPayment(AccountId account, PaymentId payment) {
        return DSL.select(ORDER_ROW)
                .from(ACCOUNT_ORDER)
                .join(PAYMENT)
                .on(PAYMENT.ACCOUNT_ID.eq(ACCOUNT_ORDER.ACCOUNT_ID))
                .and(PAYMENT.ORDER_ID.eq(ACCOUNT_ORDER.ID))
                .where(ACCOUNT_ORDER.ACCOUNT_ID.eq(account))
                .and(PAYMENT.ACCOUNT_ID.eq(account))
                .and(PAYMENT.ID.eq(payment));
    }

    static Order read(Record row) {
        String reason = row.get(ACCOUNT_ORDER.VOID_REASON);
        return new Order(
                row.get(ACCOUNT_ORDER.ACCOUNT_ID),
                row.get(ACCOUNT_ORDER.ID),
                row.get(ACCOUNT_ORDER.NUMBER),
                row.get(ACCOUNT_ORDER.CART_ID),
                OrderState.valueOf(row.get(ACCOUNT_ORDER.STATE)),
                reason == null ? null : VoidReason.valueOf(reason),
                row.get(ACCOUNT_ORDER.PLACED_BY),
                CurrencyUnit.of(row.get(ACCOUNT_ORDER.CURRENCY)),
                row.get(ACCOUNT_ORDER.AS_OF),
                row.get(ACCOUNT_ORDER.CREATED_AT),
                row.get(ACCOUNT_ORDER.PLACED_AT),
                row.get(ACCOUNT_ORDER.VOIDED_AT),
                amounts(row),
                row.get(ACCOUNT_ORDER.PURCHASE_ORDER_NUMBER));
    }

    static OrderPlan readPlan(Record row) {
        return Json.read(row.get(ACCOUNT_ORDER.SEAT_QUOTE), OrderPlan.class);
    }

    private static OrderAmounts amounts(Record row) {
        return new OrderAmounts(
                row.get(ACCOUNT_ORDER.CHARGES_MINOR),
                row.get(ACCOUNT_ORDER.CREDITS_MINOR),
                row.get(ACCOUNT_ORDER.CARRIED_INVOICES_MINOR),
                row.get(ACCOUNT_ORDER.BALANCE_APPLIED_MINOR),
                row.get(ACCOUNT_ORDER.BALANCE_ADDED_MINOR),
                row.get(ACCOUNT_ORDER.DUE_MINOR));
    }

    private static OrderLine readLine(Record row) {
        CurrencyUnit currency = CurrencyUnit.of(row.get(ACCOUNT_ORDER.CURRENCY));
        return new OrderLine(
                row.get(ORDER_LINE.ACCOUNT_ID),
                row.get(ORDER_LINE.ORDER_ID),
                row.get(ORDER_LINE.ID),
                row.get(ORDER_LINE.POSITION),
                ChangeKind.valueOf(row.get(ORDER_LINE.KIND)),
                row.get(ORDER_LINE.SUBSCRIPTION_ID),
                row.get(ORDER_LINE.PRODUCT_ID),
                row.get(ORDER_LINE.PLAN_ID),
                row.get(ORDER_LINE.PREVIOUS_PLAN_ID),
                row.get(ORDER_LINE.PREVIOUS_SEATS),
                row.get(ORDER_LINE.SEATS),
                Effective.valueOf(row.get(ORDER_LINE.EFFECTIVE)),
                row.get(ORDER_LINE.PERIOD_START_AT),
                row.get(ORDER_LINE.PERIOD_END_AT),
                MoneyView.of(Amounts.ofMinor(currency, row.get(ORDER_LINE.CHARGE_NET_MINOR))),
                MoneyView.of(Amounts.ofMinor(currency, row.get(ORDER_LINE.CREDIT_NET_MINOR))),
                Arrays.stream(row.get(ORDER_LINE.RELEASED_USER_IDS))
                        .map(UserId::new)
                        .toList(),
                List.of(row.get(ORDER_LINE.EXPLANATIONS)));
    }
}
