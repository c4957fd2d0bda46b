package dev.puesto.subscription;

import static dev.puesto.jooq.Tables.CHARGE_LINE;
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

    /** What a change needs of a subscription, for a statement that joins its tables; read with {@link #readChangeable}. */
    public static List<Field<?>> changeableColumns() {
        Set<Field<?>> columns = new LinkedHashSet<>(SubscriptionColumns.SUBSCRIPTION_ROW);
        columns.addAll(SubscriptionColumns.CHARGE_ROW);
        columns.add(SCHEDULED_CHANGE.ID);
        return List.copyOf(columns);
    }

    /** A row of {@link #changeableColumns}. */
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
}
