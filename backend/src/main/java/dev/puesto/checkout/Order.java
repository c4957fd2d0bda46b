package dev.puesto.checkout;

import dev.puesto.api.MoneyView;
import dev.puesto.document.SettledOrder;
import dev.puesto.id.AccountId;
import dev.puesto.id.CartId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.OrderId;
import dev.puesto.money.Amounts;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What checkout created from a cart.
 *
 * @param number counted in the account, from 1
 * @param placedBy who checked out: {@code person:<id>} or {@code api-client:<id>}
 * @param asOf the instant that it is priced at and takes effect from
 * @param placedAt null until it takes effect
 * @param voidedAt null unless it was voided
 */
public record Order(
        AccountId accountId,
        OrderId orderId,
        long number,
        CartId cartId,
        OrderState state,
        @Nullable VoidReason voidReason,
        String placedBy,
        CurrencyUnit currency,
        Instant asOf,
        Instant createdAt,
        @Nullable Instant placedAt,
        @Nullable Instant voidedAt,
        OrderAmounts amounts,
        @Nullable String purchaseOrderNumber) {

    /** The name of the GraphQL type in global ids. */
    public static final String TYPE = "Order";

    /** Its id in the API. */
    public GlobalId id() {
        return GlobalId.of(TYPE, accountId, orderId);
    }

    /** Charges with tax. */
    public MoneyView charges() {
        return money(amounts.chargesMinor());
    }

    /** Credits with tax. */
    public MoneyView credits() {
        return money(amounts.creditsMinor());
    }

    /** Charges less credits. */
    public MoneyView total() {
        return money(amounts.chargesMinor() - amounts.creditsMinor());
    }

    /** Open invoices of before that it collects too. */
    public MoneyView carriedInvoices() {
        return money(amounts.carriedMinor());
    }

    /** Paid from the balance of before. */
    public MoneyView balanceApplied() {
        return money(amounts.balanceAppliedMinor());
    }

    /** What goes to the balance. */
    public MoneyView balanceAdded() {
        return money(amounts.balanceAddedMinor());
    }

    /** What a payment has to collect. */
    public MoneyView amountDue() {
        return money(amounts.dueMinor());
    }

    Order placed(Instant at) {
        return in(OrderState.PLACED, null, at, null);
    }

    /** With what the balance really paid and got: while an order waits, other money may come to it. */
    Order settled(SettledOrder settled) {
        OrderAmounts actual = new OrderAmounts(
                amounts.chargesMinor(),
                amounts.creditsMinor(),
                amounts.carriedMinor(),
                settled.balanceAppliedMinor(),
                settled.balanceAddedMinor(),
                amounts.dueMinor());
        return with(state, voidReason, placedAt, voidedAt, actual);
    }

    Order voided(VoidReason reason, Instant at) {
        return in(OrderState.VOIDED, reason, null, at);
    }

    private Order in(OrderState next, @Nullable VoidReason reason, @Nullable Instant placed, @Nullable Instant voided) {
        return with(next, reason, placed, voided, amounts);
    }

    private Order with(
            OrderState next,
            @Nullable VoidReason reason,
            @Nullable Instant placed,
            @Nullable Instant voided,
            OrderAmounts sums) {
        return new Order(
                accountId,
                orderId,
                number,
                cartId,
                next,
                reason,
                placedBy,
                currency,
                asOf,
                createdAt,
                placed,
                voided,
                sums,
                purchaseOrderNumber);
    }

    private MoneyView money(long minor) {
        return MoneyView.of(Amounts.ofMinor(currency, minor));
    }
}
