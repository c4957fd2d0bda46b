package dev.puesto.payment;

import static dev.puesto.jooq.Tables.PAYMENT;
import static dev.puesto.jooq.Tables.PAYMENT_METHOD;

import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PaymentId;
import dev.puesto.jooq.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.UpdateSetMoreStep;
import org.jooq.UpdateSetStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Statements about payments, for the caller's transaction, which holds the account's lock where it writes. */
public final class Payments {

    private Payments() {}

    /**
     * Begins a payment: {@code PENDING}, before the gateway is called. When to ask is told in real time, also where the
     * account has a test clock.
     */
    public static Query begin(AccountId account, Payment payment, String gateway) {
        return DSL.insertInto(PAYMENT)
                .set(PAYMENT.ACCOUNT_ID, account)
                .set(PAYMENT.ID, payment.id())
                .set(PAYMENT.ORDER_ID, payment.order())
                .set(PAYMENT.PAYMENT_METHOD_ID, payment.method())
                .set(PAYMENT.GATEWAY, gateway)
                .set(PAYMENT.AMOUNT_MINOR, payment.amount().getAmountMinorLong())
                .set(PAYMENT.CURRENCY, payment.amount().getCurrencyUnit().getCode())
                .set(PAYMENT.STATE, PaymentState.PENDING.name())
                .set(PAYMENT.CREATED_AT, payment.createdAt())
                .set(PAYMENT.ASKED_AT, payment.askedAt())
                .set(PAYMENT.ASK_AGAIN_AT, payment.askAgainAt());
    }

    /**
     * Keeps what the gateway answered. A payment that succeeded stays so whatever is answered later; a success counts even
     * for one that was declined or given up (whoever calls puts that money to the balance or back).
     *
     * @param at by the account's clock
     * @param askAgainAt when to ask next if the answer is no end, in real time
     */
    public static Query answered(
            AccountId account, PaymentId payment, PaymentAnswer answer, Instant at, Instant askAgainAt) {
        var update = DSL.update(PAYMENT);
        var set = switch (answer) {
            case PaymentAnswer.Succeeded ignored -> settled(update, PaymentState.SUCCEEDED, null, at);
            case PaymentAnswer.Declined declined -> settled(update, PaymentState.DECLINED, declined.code(), at);
            case PaymentAnswer.Canceled ignored -> settled(update, PaymentState.CANCELED, null, at);
            case PaymentAnswer.ActionRequired action ->
                update.set(PAYMENT.STATE, PaymentState.REQUIRES_ACTION.name())
                        .set(PAYMENT.REDIRECT_URL, action.redirectUrl())
                        .set(PAYMENT.ACTION_EXPIRES_AT, action.expiresAt())
                        .set(PAYMENT.ASK_AGAIN_AT, askAgainAt);
            case PaymentAnswer.Pending ignored ->
                update.set(PAYMENT.STATE, PaymentState.PENDING.name()).set(PAYMENT.ASK_AGAIN_AT, askAgainAt);
            case PaymentAnswer.NotFound ignored -> update.set(PAYMENT.ASK_AGAIN_AT, askAgainAt);
            case PaymentAnswer.Unknown ignored -> update.set(PAYMENT.ASK_AGAIN_AT, askAgainAt);
        };
        return set.where(PAYMENT.ACCOUNT_ID.eq(account))
                .and(PAYMENT.ID.eq(payment))
                .and(mayChangeTo(answer));
    }

    /** Notes that a payment is to be given up; the gateway is asked to until it confirms. */
    public static Query requestCancel(AccountId account, PaymentId payment, Instant at) {
        return DSL.update(PAYMENT)
                .set(PAYMENT.CANCEL_REQUESTED_AT, at)
                .where(PAYMENT.ACCOUNT_ID.eq(account))
                .and(PAYMENT.ID.eq(payment))
                .and(PAYMENT.SETTLED_AT.isNull())
                .and(PAYMENT.CANCEL_REQUESTED_AT.isNull());
    }

    /** Puts off the next question about a payment. */
    public static Query askAgain(AccountId account, PaymentId payment, Instant askAgainAt) {
        return DSL.update(PAYMENT)
                .set(PAYMENT.ASK_AGAIN_AT, askAgainAt)
                .where(PAYMENT.ACCOUNT_ID.eq(account))
                .and(PAYMENT.ID.eq(payment))
                .and(PAYMENT.SETTLED_AT.isNull());
    }

    /** A payment; no row for none. */
    public static Select<? extends Record> of(AccountId account, PaymentId payment) {
        return select(account, PAYMENT.ID.eq(payment));
    }

    /** An order's payments, the newest first. */
    public static Select<? extends Record> ofOrder(AccountId account, OrderId order) {
        return select(account, PAYMENT.ORDER_ID.eq(order)).orderBy(PAYMENT.CREATED_AT.desc(), PAYMENT.ID.desc());
    }

    /** The payments of those orders that wait for the customer's confirmation: one of each at most. */
    public static Select<? extends Record> requiringAction(AccountId account, Collection<OrderId> orders) {
        return select(account, Columns.isAmong(PAYMENT.ORDER_ID, orders))
                .and(PAYMENT.STATE.eq(PaymentState.REQUIRES_ACTION.name()));
    }

    /** What the gateway gets, or gets again, for a payment: never anything but what was begun. One statement. */
    public static Optional<PaymentGateway.Charge> charge(DSLContext sql, AccountId account, PaymentId payment) {
        return sql.select(PAYMENT.AMOUNT_MINOR, PAYMENT.CURRENCY, PAYMENT_METHOD.TOKEN)
                .from(PAYMENT)
                .join(PAYMENT_METHOD)
                .on(PAYMENT_METHOD.ACCOUNT_ID.eq(account))
                .and(PAYMENT_METHOD.ID.eq(PAYMENT.PAYMENT_METHOD_ID))
                .where(PAYMENT.ACCOUNT_ID.eq(account))
                .and(PAYMENT.ID.eq(payment))
                .fetchOptional(row -> new PaymentGateway.Charge(
                        account, payment, Money.ofMinor(CurrencyUnit.of(row.value2()), row.value1()), row.value3()));
    }

    /** Reads a row of {@link #of} or {@link #ofOrder}. */
    public static Payment read(Record row) {
        return new Payment(
                row.get(PAYMENT.ID),
                row.get(PAYMENT.ORDER_ID),
                row.get(PAYMENT.PAYMENT_METHOD_ID),
                Money.ofMinor(CurrencyUnit.of(row.get(PAYMENT.CURRENCY)), row.get(PAYMENT.AMOUNT_MINOR)),
                PaymentState.valueOf(row.get(PAYMENT.STATE)),
                row.get(PAYMENT.DECLINE_CODE),
                row.get(PAYMENT.REDIRECT_URL),
                row.get(PAYMENT.ACTION_EXPIRES_AT),
                row.get(PAYMENT.CREATED_AT),
                row.get(PAYMENT.SETTLED_AT),
                row.get(PAYMENT.ASKED_AT),
                row.get(PAYMENT.ASK_AGAIN_AT),
                row.get(PAYMENT.CANCEL_REQUESTED_AT));
    }

    private static UpdateSetMoreStep<?> settled(
            UpdateSetStep<?> update, PaymentState state, @Nullable String declineCode, Instant at) {
        return update.set(PAYMENT.STATE, state.name())
                .set(PAYMENT.DECLINE_CODE, declineCode)
                .set(PAYMENT.SETTLED_AT, at)
                .setNull(PAYMENT.ASK_AGAIN_AT);
    }

    private static Condition mayChangeTo(PaymentAnswer answer) {
        return answer instanceof PaymentAnswer.Succeeded
                ? PAYMENT.STATE.ne(PaymentState.SUCCEEDED.name())
                : PAYMENT.SETTLED_AT.isNull();
    }

    private static SelectConditionStep<? extends Record> select(AccountId account, Condition condition) {
        return DSL.select(
                        PAYMENT.ID,
                        PAYMENT.ORDER_ID,
                        PAYMENT.PAYMENT_METHOD_ID,
                        PAYMENT.AMOUNT_MINOR,
                        PAYMENT.CURRENCY,
                        PAYMENT.STATE,
                        PAYMENT.DECLINE_CODE,
                        PAYMENT.REDIRECT_URL,
                        PAYMENT.ACTION_EXPIRES_AT,
                        PAYMENT.CREATED_AT,
                        PAYMENT.SETTLED_AT,
                        PAYMENT.ASKED_AT,
                        PAYMENT.ASK_AGAIN_AT,
                        PAYMENT.CANCEL_REQUESTED_AT)
                .from(PAYMENT)
                .where(PAYMENT.ACCOUNT_ID.eq(account))
                .and(condition);
    }
}
