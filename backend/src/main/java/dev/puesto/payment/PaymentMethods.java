package dev.puesto.payment;

import static dev.puesto.jooq.Tables.PAYMENT;
import static dev.puesto.jooq.Tables.PAYMENT_METHOD;

import dev.puesto.audit.Change;
import dev.puesto.id.AccountId;
import dev.puesto.id.PaymentMethodId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Statements about payment methods, for the caller's transaction. */
public final class PaymentMethods {

    /** The most methods that an account keeps at a time. */
    public static final int MOST = 20;

    private PaymentMethods() {}

    /** The account's methods that were not removed, the default first, then the newest first. */
    public static Select<? extends Record> kept(AccountId account) {
        return select(account, PAYMENT_METHOD.REMOVED_AT.isNull())
                .orderBy(PAYMENT_METHOD.PREFERRED.desc(), PAYMENT_METHOD.CREATED_AT.desc(), PAYMENT_METHOD.ID.desc());
    }

    /** The account's default method; no row if it has none. */
    public static Select<? extends Record> preferred(AccountId account) {
        return select(account, PAYMENT_METHOD.PREFERRED.isTrue());
    }

    /** A method that was not removed; no row if there is none. */
    public static Select<? extends Record> kept(AccountId account, PaymentMethodId method) {
        return select(account, PAYMENT_METHOD.REMOVED_AT.isNull().and(PAYMENT_METHOD.ID.eq(method)));
    }

    /** Reads a row of any of these selects. */
    public static PaymentMethod read(Record row) {
        return new PaymentMethod(
                row.get(PAYMENT_METHOD.ACCOUNT_ID),
                row.get(PAYMENT_METHOD.ID),
                row.get(PAYMENT_METHOD.GATEWAY),
                row.get(PAYMENT_METHOD.TOKEN),
                row.get(PAYMENT_METHOD.BRAND),
                row.get(PAYMENT_METHOD.LAST_DIGITS),
                row.get(PAYMENT_METHOD.EXPIRES_ON),
                row.get(PAYMENT_METHOD.PREFERRED),
                row.get(PAYMENT_METHOD.CREATED_AT));
    }

    /** Keeps a method and makes it the default in place of the one that was, in two statements. */
    public static List<Query> keepAsPreferred(PaymentMethod method) {
        return List.of(noneIsPreferred(method.accountId()), keep(method));
    }

    /** Keeps a method. */
    public static Query keep(PaymentMethod method) {
        return DSL.insertInto(PAYMENT_METHOD)
                .set(PAYMENT_METHOD.ACCOUNT_ID, method.accountId())
                .set(PAYMENT_METHOD.ID, method.paymentMethodId())
                .set(PAYMENT_METHOD.GATEWAY, method.gateway())
                .set(PAYMENT_METHOD.TOKEN, method.token())
                .set(PAYMENT_METHOD.BRAND, method.brand())
                .set(PAYMENT_METHOD.LAST_DIGITS, method.lastDigits())
                .set(PAYMENT_METHOD.EXPIRES_ON, method.expiresOn())
                .set(PAYMENT_METHOD.PREFERRED, method.preferred())
                .set(PAYMENT_METHOD.CREATED_AT, method.createdAt());
    }

    /** Makes a kept method the default, in two statements. */
    public static List<Query> prefer(AccountId account, PaymentMethodId method) {
        return List.of(
                noneIsPreferred(account),
                DSL.update(PAYMENT_METHOD)
                        .set(PAYMENT_METHOD.PREFERRED, true)
                        .where(PAYMENT_METHOD.ACCOUNT_ID.eq(account))
                        .and(PAYMENT_METHOD.ID.eq(method)));
    }

    static Query remove(AccountId account, PaymentMethodId method, Instant at) {
        return DSL.update(PAYMENT_METHOD)
                .set(PAYMENT_METHOD.PREFERRED, false)
                .set(PAYMENT_METHOD.REMOVED_AT, at)
                .where(PAYMENT_METHOD.ACCOUNT_ID.eq(account))
                .and(PAYMENT_METHOD.ID.eq(method));
    }

    /** Whether a payment that is not settled uses the method. */
    static boolean isInUse(DSLContext sql, AccountId account, PaymentMethodId method) {
        return sql.fetchExists(DSL.selectOne()
                .from(PAYMENT)
                .where(PAYMENT.ACCOUNT_ID.eq(account))
                .and(PAYMENT.PAYMENT_METHOD_ID.eq(method))
                .and(PAYMENT.SETTLED_AT.isNull()));
    }

    private static Query noneIsPreferred(AccountId account) {
        return DSL.update(PAYMENT_METHOD)
                .set(PAYMENT_METHOD.PREFERRED, false)
                .where(PAYMENT_METHOD.ACCOUNT_ID.eq(account))
                .and(PAYMENT_METHOD.PREFERRED.isTrue());
    }

    /** What the audit trail says of a method that is kept from now on. */
    static Change added(PaymentMethod method) {
        return change("PAYMENT_METHOD_ADDED", method, null, state(method, method.preferred()));
    }

    /** What it says of a kept method that becomes the default. */
    static Change preferred(PaymentMethod method) {
        return change("PAYMENT_METHOD_PREFERRED", method, state(method, false), state(method, true));
    }

    /** What it says of a method that is kept no more. */
    static Change removed(PaymentMethod method) {
        return change("PAYMENT_METHOD_REMOVED", method, state(method, method.preferred()), null);
    }

    private static Change change(String action, PaymentMethod method, @Nullable Object before, @Nullable Object after) {
        return new Change(action, PaymentMethod.TYPE, method.paymentMethodId(), before, after);
    }

    /** How it shows, never its token. */
    private static Map<String, Object> state(PaymentMethod method, boolean preferred) {
        return Map.of("brand", method.brand(), "lastDigits", method.lastDigits(), "preferred", preferred);
    }

    static SelectConditionStep<? extends Record> select(AccountId account, Condition condition) {
        return DSL.select(
                        PAYMENT_METHOD.ACCOUNT_ID,
                        PAYMENT_METHOD.ID,
                        PAYMENT_METHOD.GATEWAY,
                        PAYMENT_METHOD.TOKEN,
                        PAYMENT_METHOD.BRAND,
                        PAYMENT_METHOD.LAST_DIGITS,
                        PAYMENT_METHOD.EXPIRES_ON,
                        PAYMENT_METHOD.PREFERRED,
                        PAYMENT_METHOD.CREATED_AT)
                .from(PAYMENT_METHOD)
                .where(PAYMENT_METHOD.ACCOUNT_ID.eq(account))
                .and(condition);
    }
}
