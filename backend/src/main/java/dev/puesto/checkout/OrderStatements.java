package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.ORDER_LINE;

import dev.puesto.document.SettledOrder;
import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes orders with their lines and plans: statements for the transaction that holds the account's lock. */
final class OrderStatements {
    private static final List<Field<?>> LINE = List.of(
            ORDER_LINE.ACCOUNT_ID,
            ORDER_LINE.ORDER_ID,
            ORDER_LINE.POSITION,
            ORDER_LINE.KIND,
            ORDER_LINE.SUBSCRIPTION_ID,
            ORDER_LINE.PRODUCT_ID,
            ORDER_LINE.PLAN_ID,
            ORDER_LINE.PREVIOUS_PLAN_ID,
            ORDER_LINE.PREVIOUS_SEATS,
            ORDER_LINE.SEATS,
            ORDER_LINE.EFFECTIVE,
            ORDER_LINE.PERIOD_START_AT,
            ORDER_LINE.PERIOD_END_AT,
            ORDER_LINE.CHARGE_NET_MINOR,
            ORDER_LINE.CREDIT_NET_MINOR,
            ORDER_LINE.RELEASED_USER_IDS,
            ORDER_LINE.EXPLANATIONS);

    private OrderStatements() {}

    /** The insert of an order. */
    static Query insert(Order order, String contactEmail, String locale, OrderPlan plan) {
        OrderAmounts amounts = order.amounts();
        return DSL.insertInto(ACCOUNT_ORDER)
                .set(ACCOUNT_ORDER.ACCOUNT_ID, order.accountId())
                .set(ACCOUNT_ORDER.ID, order.orderId())
                .set(ACCOUNT_ORDER.NUMBER, order.number())
                .set(ACCOUNT_ORDER.CART_ID, order.cartId())
                .set(ACCOUNT_ORDER.STATE, order.state().name())
                .set(ACCOUNT_ORDER.PLACED_BY, order.placedBy())
                .set(ACCOUNT_ORDER.CONTACT_EMAIL, contactEmail)
                .set(ACCOUNT_ORDER.LOCALE, locale)
                .set(ACCOUNT_ORDER.CURRENCY, order.currency().getCode())
                .set(ACCOUNT_ORDER.AS_OF, order.asOf())
                .set(ACCOUNT_ORDER.CREATED_AT, order.createdAt())
                .set(ACCOUNT_ORDER.PLACED_AT, order.placedAt())
                .set(ACCOUNT_ORDER.CHARGES_MINOR, amounts.chargesMinor())
                .set(ACCOUNT_ORDER.CREDITS_MINOR, amounts.creditsMinor())
                .set(ACCOUNT_ORDER.TOTAL_MINOR, amounts.chargesMinor() - amounts.creditsMinor())
                .set(ACCOUNT_ORDER.CARRIED_INVOICES_MINOR, amounts.carriedMinor())
                .set(ACCOUNT_ORDER.BALANCE_APPLIED_MINOR, amounts.balanceAppliedMinor())
                .set(ACCOUNT_ORDER.BALANCE_ADDED_MINOR, amounts.balanceAddedMinor())
                .set(ACCOUNT_ORDER.DUE_MINOR, amounts.dueMinor())
                .set(ACCOUNT_ORDER.PURCHASE_ORDER_NUMBER, order.purchaseOrderNumber())
                .set(ACCOUNT_ORDER.SEAT_QUOTE, Json.of(plan));
    }

    /** The insert of an order's lines. */
    static Query insertLines(AccountId account, OrderId order, OrderPlan plan) {
        InsertValuesStepN<?> insert = DSL.insertInto(ORDER_LINE).columns(LINE);
        for (int i = 0; i < plan.changes().size(); i++) {
            insert = insert.values(line(account, order, i + 1, plan.changes().get(i)));
        }
        return insert;
    }

    /** The values of {@link #LINE}. */
    private static List<@Nullable Object> line(AccountId account, OrderId order, int position, PlannedChange change) {
        return Arrays.asList(
                account,
                order,
                position,
                change.kind().name(),
                change.subscriptionId(),
                change.productId(),
                change.targetPlanId(),
                change.otherPreviousPlanId(),
                change.previousSeats(),
                change.seats(),
                change.effective().name(),
                periodStart(change),
                periodEnd(change),
                change.chargeNetMinor(),
                change.creditNetMinor(),
                change.releases().stream().map(UserId::value).toArray(UUID[]::new),
                change.explanations().toArray(String[]::new));
    }

    private static @Nullable Instant periodStart(PlannedChange change) {
        return change.period() == null ? null : change.period().startAt();
    }

    private static @Nullable Instant periodEnd(PlannedChange change) {
        if (change.schedule() != null) {
            return change.schedule().dueAt();
        }
        return change.period() == null ? null : change.period().endAt();
    }

    /** The update that makes a pending order a placed one, with what it did to the balance in the end. */
    static Query place(AccountId account, OrderId order, Instant at, SettledOrder settled) {
        return DSL.update(ACCOUNT_ORDER)
                .set(ACCOUNT_ORDER.STATE, OrderState.PLACED.name())
                .set(ACCOUNT_ORDER.PLACED_AT, at)
                .set(ACCOUNT_ORDER.BALANCE_APPLIED_MINOR, settled.balanceAppliedMinor())
                .set(ACCOUNT_ORDER.BALANCE_ADDED_MINOR, settled.balanceAddedMinor())
                .where(ACCOUNT_ORDER.ACCOUNT_ID.eq(account))
                .and(ACCOUNT_ORDER.ID.eq(order));
    }

    /** The update that voids a pending order. */
    static Query voidIt(AccountId account, OrderId order, VoidReason reason, Instant at) {
        return DSL.update(ACCOUNT_ORDER)
                .set(ACCOUNT_ORDER.STATE, OrderState.VOIDED.name())
                .set(ACCOUNT_ORDER.VOID_REASON, reason.name())
                .set(ACCOUNT_ORDER.VOIDED_AT, at)
                .where(ACCOUNT_ORDER.ACCOUNT_ID.eq(account))
                .and(ACCOUNT_ORDER.ID.eq(order));
    }
}
