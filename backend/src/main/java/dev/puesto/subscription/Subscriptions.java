package dev.puesto.subscription;

import static dev.puesto.jooq.Tables.CHARGE_LINE;
import static dev.puesto.jooq.Tables.DISCOUNT;
import static dev.puesto.jooq.Tables.SCHEDULED_CHANGE;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static dev.puesto.jooq.Tables.SUBSCRIPTION_PERIOD;
import static org.jooq.impl.DSL.select;

import dev.puesto.id.AccountId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.Columns;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;

/**
 * Reads subscriptions, as statements that a transaction or {@code AccountDb.one} executes, each with the reader of its
 * rows.
 */
public final class Subscriptions {

    private Subscriptions() {}

    /** Those subscriptions of the account; read with {@link #read}. */
    public static Select<Record> byId(AccountId account, Collection<SubscriptionId> ids) {
        return of(account).and(Columns.isAmong(SUBSCRIPTION.ID, ids));
    }

    /** The account's subscriptions, for the caller to narrow, order and limit; read with {@link #read}. */
    static SelectConditionStep<Record> of(AccountId account) {
        return select(SubscriptionColumns.SUBSCRIPTION_ROW)
                .from(SUBSCRIPTION)
                .leftJoin(SUBSCRIPTION_PERIOD)
                .on(SUBSCRIPTION_PERIOD.ACCOUNT_ID.eq(SUBSCRIPTION.ACCOUNT_ID))
                .and(SUBSCRIPTION_PERIOD.ID.eq(SUBSCRIPTION.CURRENT_PERIOD_ID))
                .leftJoin(CHARGE_LINE)
                .on(CHARGE_LINE.ACCOUNT_ID.eq(SUBSCRIPTION.ACCOUNT_ID))
                .and(CHARGE_LINE.SUBSCRIPTION_ID.eq(SUBSCRIPTION.ID))
                .and(CHARGE_LINE.REPLACED_AT.isNull())
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(account));
    }

    /** A row of a subscription. */
    public static Subscription read(Record row) {
        return SubscriptionColumns.subscription(row);
    }

    /** The columns of {@link #changeable}, for a statement that joins the same tables to others. */
    public static List<Field<?>> changeableColumns() {
        Set<Field<?>> columns = new LinkedHashSet<>(SubscriptionColumns.SUBSCRIPTION_ROW);
        columns.addAll(SubscriptionColumns.CHARGE_ROW);
        columns.add(SCHEDULED_CHANGE.ID);
        return List.copyOf(columns);
    }

    /** Those subscriptions with what a change needs of them; read with {@link #readChangeable}. */
    public static Select<Record> changeable(AccountId account, Collection<SubscriptionId> ids) {
        return select(changeableColumns())
                .from(SUBSCRIPTION)
                .leftJoin(SUBSCRIPTION_PERIOD)
                .on(SUBSCRIPTION_PERIOD.ACCOUNT_ID.eq(SUBSCRIPTION.ACCOUNT_ID))
                .and(SUBSCRIPTION_PERIOD.ID.eq(SUBSCRIPTION.CURRENT_PERIOD_ID))
                .leftJoin(CHARGE_LINE)
                .on(CHARGE_LINE.ACCOUNT_ID.eq(SUBSCRIPTION.ACCOUNT_ID))
                .and(CHARGE_LINE.SUBSCRIPTION_ID.eq(SUBSCRIPTION.ID))
                .and(CHARGE_LINE.REPLACED_AT.isNull())
                .leftJoin(SCHEDULED_CHANGE)
                .on(SCHEDULED_CHANGE.ACCOUNT_ID.eq(SUBSCRIPTION.ACCOUNT_ID))
                .and(SCHEDULED_CHANGE.SUBSCRIPTION_ID.eq(SUBSCRIPTION.ID))
                .and(SCHEDULED_CHANGE.STATE.eq("SCHEDULED"))
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                .and(Columns.isAmong(SUBSCRIPTION.ID, ids));
    }

    /** A row of a subscription with its live charge line. */
    public static ChangeableSubscription readChangeable(Record row) {
        return new ChangeableSubscription(
                SubscriptionColumns.subscription(row),
                SubscriptionColumns.chargeLine(row),
                row.get(SCHEDULED_CHANGE.ID) != null);
    }

    /** The live charge lines of those subscriptions; read with {@link #readChargeLine}. */
    static Select<Record> liveChargeLines(AccountId account, Collection<SubscriptionId> ids) {
        return select(SubscriptionColumns.CHARGE_ROW)
                .from(CHARGE_LINE)
                .where(CHARGE_LINE.ACCOUNT_ID.eq(account))
                .and(Columns.isAmong(CHARGE_LINE.SUBSCRIPTION_ID, ids))
                .and(CHARGE_LINE.REPLACED_AT.isNull());
    }

    /** A row of a charge line. */
    static ChargeLine readChargeLine(Record row) {
        return SubscriptionColumns.chargeLine(row);
    }

    /** The discounts of those subscriptions, past ones included; read with {@link #readDiscount}. */
    public static Select<?> discounts(AccountId account, Collection<SubscriptionId> ids) {
        return select(
                        DISCOUNT.ID,
                        DISCOUNT.SUBSCRIPTION_ID,
                        DISCOUNT.BASIS_POINTS,
                        DISCOUNT.AMOUNT_MINOR,
                        DISCOUNT.START_AT,
                        DISCOUNT.END_AT)
                .from(DISCOUNT)
                .where(DISCOUNT.ACCOUNT_ID.eq(account))
                .and(Columns.isAmong(DISCOUNT.SUBSCRIPTION_ID, ids))
                .orderBy(DISCOUNT.START_AT);
    }

    /** A row of a discount. */
    public static Discount readDiscount(Record row) {
        return new Discount(
                row.get(DISCOUNT.ID),
                row.get(DISCOUNT.SUBSCRIPTION_ID),
                row.get(DISCOUNT.BASIS_POINTS),
                row.get(DISCOUNT.AMOUNT_MINOR),
                row.get(DISCOUNT.START_AT),
                row.get(DISCOUNT.END_AT));
    }
}
