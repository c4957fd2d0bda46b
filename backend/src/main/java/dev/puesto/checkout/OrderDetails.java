package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.PAYMENT;
import static dev.puesto.jooq.Tables.PAYMENT_METHOD;

import dev.puesto.account.User;
import dev.puesto.account.Users;
import dev.puesto.api.MoneyView;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.OrderId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.Columns;
import dev.puesto.money.Amounts;
import dev.puesto.payment.PaymentState;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jooq.Record;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/** What stands beside orders and their lines, each in one statement per account. */
@Controller
class OrderDetails {
    private static final int RELEASED_MAX = 100;

    private final AccountDb db;

    OrderDetails(AccountDb db) {
        this.db = db;
    }

    @BatchMapping(typeName = "Order")
    Map<Order, OrderPayment> payment(List<Order> orders) {
        Map<OrderId, OrderPayment> found = new HashMap<>();
        orders.stream()
                .collect(
                        Collectors.groupingBy(Order::accountId, Collectors.mapping(Order::orderId, Collectors.toSet())))
                .forEach((account, ids) -> found.putAll(payments(account, ids)));
        return orders.stream()
                .distinct()
                .filter(order -> found.containsKey(order.orderId()))
                .collect(Collectors.toMap(Function.identity(), order -> found.get(order.orderId())));
    }

    private Map<OrderId, OrderPayment> payments(AccountId account, Collection<OrderId> orders) {
        return db.one(
                account,
                sql -> sql.select(
                                PAYMENT.ORDER_ID,
                                PAYMENT.ID,
                                PAYMENT.AMOUNT_MINOR,
                                PAYMENT.CURRENCY,
                                PAYMENT.STATE,
                                PAYMENT.SETTLED_AT,
                                PAYMENT.DECLINE_CODE,
                                PAYMENT_METHOD.BRAND,
                                PAYMENT_METHOD.LAST_DIGITS)
                        .distinctOn(PAYMENT.ORDER_ID)
                        .from(PAYMENT)
                        .join(PAYMENT_METHOD)
                        .on(PAYMENT_METHOD.ACCOUNT_ID.eq(account))
                        .and(PAYMENT_METHOD.ID.eq(PAYMENT.PAYMENT_METHOD_ID))
                        .where(PAYMENT.ACCOUNT_ID.eq(account))
                        .and(Columns.isAmong(PAYMENT.ORDER_ID, orders))
                        .orderBy(PAYMENT.ORDER_ID, PAYMENT.CREATED_AT.desc(), PAYMENT.ID.desc())
                        .fetchMap(PAYMENT.ORDER_ID, row -> payment(account, row)));
    }

    private static OrderPayment payment(AccountId account, Record row) {
        CurrencyUnit currency = CurrencyUnit.of(row.get(PAYMENT.CURRENCY));
        return new OrderPayment(
                GlobalId.of("Payment", account, row.get(PAYMENT.ID)),
                MoneyView.of(Amounts.ofMinor(currency, row.get(PAYMENT.AMOUNT_MINOR))),
                PaymentState.valueOf(row.get(PAYMENT.STATE)),
                row.get(PAYMENT_METHOD.BRAND),
                row.get(PAYMENT_METHOD.LAST_DIGITS),
                row.get(PAYMENT.SETTLED_AT),
                row.get(PAYMENT.DECLINE_CODE));
    }

    @BatchMapping(typeName = "OrderLine")
    Map<OrderLine, List<User>> releasedUsers(List<OrderLine> lines) {
        Map<UserId, User> found = new HashMap<>();
        lines.stream()
                .filter(line -> !line.released().isEmpty())
                .collect(Collectors.groupingBy(OrderLine::accountId))
                .forEach((account, members) -> found.putAll(users(account, members)));
        return lines.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        line -> shown(line).stream()
                                .map(found::get)
                                .filter(Objects::nonNull)
                                .toList()));
    }

    private Map<UserId, User> users(AccountId account, List<OrderLine> lines) {
        List<UserId> ids =
                lines.stream().flatMap(line -> shown(line).stream()).distinct().toList();
        return db.one(account, sql -> sql.fetch(Users.byId(account, ids)).map(Users::read)).stream()
                .collect(Collectors.toMap(User::userId, Function.identity()));
    }

    private static List<UserId> shown(OrderLine line) {
        return line.released().stream().limit(RELEASED_MAX).toList();
    }

    @BatchMapping(typeName = "OrderLine")
    Map<OrderLine, String> timeZone(List<OrderLine> lines) {
        Map<AccountId, String> zones = lines.stream()
                .map(OrderLine::accountId)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), this::zone));
        return lines.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), line -> zones.get(line.accountId())));
    }

    private String zone(AccountId account) {
        return db.one(
                account,
                sql -> sql.select(ACCOUNT.TIME_ZONE)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ACCOUNT_ID.eq(account))
                        .fetchSingle(ACCOUNT.TIME_ZONE));
    }
}
