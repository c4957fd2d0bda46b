package dev.puesto.seatquote;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_BALANCE;
import static dev.puesto.jooq.Tables.CHARGE_LINE;
import static dev.puesto.jooq.Tables.DISCOUNT;
import static dev.puesto.jooq.Tables.PAYMENT_METHOD;
import static dev.puesto.jooq.Tables.SCHEDULED_CHANGE;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static dev.puesto.jooq.Tables.SUBSCRIPTION_PERIOD;
import static dev.puesto.jooq.Tables.TAX_ID;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.catalog.CatalogReference;
import dev.puesto.id.AccountId;
import dev.puesto.id.ProductId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.Columns;
import dev.puesto.subscription.Subscriptions;
import dev.puesto.tax.TaxReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record4;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;

/**
 * The one statement that reads what every seat quote depends on: a row per subscription asked for, or one without, each
 * with the account's columns.
 */
final class FactsStatement {
    private static final dev.puesto.jooq.tables.Subscription OTHER = SUBSCRIPTION.as("other");

    /** Names of what is read below the account; each statement names its account there too. */
    static final Field<Result<Record4<Integer, Long, Instant, Instant>>> DISCOUNTS =
            discounts(noCondition()).as("discounts");

    static final Field<Result<Record1<ProductId>>> HELD_PRODUCTS =
            heldProducts(noCondition()).as("held_products");

    private static final List<Field<?>> ACCOUNT_COLUMNS = List.of(
            ACCOUNT.KIND,
            ACCOUNT.CUSTOMER_TYPE,
            ACCOUNT.STATUS,
            ACCOUNT.CURRENCY,
            ACCOUNT.COUNTRY,
            ACCOUNT.TIME_ZONE,
            ACCOUNT.COLLECTION,
            ACCOUNT.PAYMENT_TERM_DAYS,
            ACCOUNT.REPRESENTATIVE_ID,
            ACCOUNT.TEST_CLOCK_AT,
            ACCOUNT_BALANCE.CREDIT_MINOR,
            ACCOUNT_BALANCE.GOODWILL_MINOR,
            PAYMENT_METHOD.ID,
            PAYMENT_METHOD.EXPIRES_ON,
            TAX_ID.STATE,
            TAX_ID.COUNTRY,
            CatalogReference.VERSION,
            TaxReference.VERSION);

    private FactsStatement() {}

    private static Field<Result<Record4<Integer, Long, Instant, Instant>>> discounts(Condition ofAccount) {
        return multiset(select(DISCOUNT.BASIS_POINTS, DISCOUNT.AMOUNT_MINOR, DISCOUNT.START_AT, DISCOUNT.END_AT)
                .from(DISCOUNT)
                .where(ofAccount)
                .and(DISCOUNT.SUBSCRIPTION_ID.eq(SUBSCRIPTION.ID))
                .and(DISCOUNT.END_AT.isNull().or(DISCOUNT.END_AT.gt(SUBSCRIPTION_PERIOD.START_AT)))
                .orderBy(DISCOUNT.START_AT));
    }

    private static Field<Result<Record1<ProductId>>> heldProducts(Condition ofAccount) {
        return multiset(selectDistinct(OTHER.PRODUCT_ID).from(OTHER).where(ofAccount));
    }

    /**
     * No row if there is no account that the viewer may use as the request's document needs.
     *
     * @param forTrial whether it is to tell which products' trials the account has had
     */
    static Select<Record> of(Viewer viewer, AccountId account, SubscriptionId[] subscriptions, boolean forTrial) {
        var columns = new ArrayList<SelectFieldOrAsterisk>(ACCOUNT_COLUMNS);
        if (forTrial) {
            columns.add(heldProducts(OTHER.ACCOUNT_ID.eq(account)).as(HELD_PRODUCTS));
        }
        columns.add(OpenInvoices.exist(account).as(OpenInvoices.EXIST));
        columns.addAll(Subscriptions.changeableColumns());
        columns.add(discounts(DISCOUNT.ACCOUNT_ID.eq(account)).as(DISCOUNTS));
        return DSL.select(columns)
                .from(ACCOUNT)
                .leftJoin(ACCOUNT_BALANCE)
                .on(ACCOUNT_BALANCE.ACCOUNT_ID.eq(ACCOUNT.ACCOUNT_ID))
                .leftJoin(PAYMENT_METHOD)
                .on(PAYMENT_METHOD.ACCOUNT_ID.eq(ACCOUNT.ACCOUNT_ID))
                .and(PAYMENT_METHOD.PREFERRED)
                .leftJoin(TAX_ID)
                .on(TAX_ID.ACCOUNT_ID.eq(ACCOUNT.ACCOUNT_ID))
                .and(TAX_ID.REMOVED_AT.isNull())
                .leftJoin(SUBSCRIPTION)
                .on(SUBSCRIPTION.ACCOUNT_ID.eq(ACCOUNT.ACCOUNT_ID))
                .and(Columns.isAmong(SUBSCRIPTION.ID, subscriptions))
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
                .and(SCHEDULED_CHANGE.STATE.eq(inline("SCHEDULED")))
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .and(AccountAccess.permits(viewer, account));
    }
}
