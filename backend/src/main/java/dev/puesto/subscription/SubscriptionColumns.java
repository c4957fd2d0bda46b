package dev.puesto.subscription;

import static dev.puesto.jooq.Tables.CHARGE_LINE;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static dev.puesto.jooq.Tables.SUBSCRIPTION_PERIOD;

import dev.puesto.period.BillingInterval;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The columns of subscriptions, periods and charge lines, and the records made of them. */
final class SubscriptionColumns {
    /** A subscription with its current period and the price of its live charge line. */
    static final List<Field<?>> SUBSCRIPTION_ROW = List.of(
            SUBSCRIPTION.ACCOUNT_ID,
            SUBSCRIPTION.ID,
            SUBSCRIPTION.PRODUCT_ID,
            SUBSCRIPTION.PLAN_ID,
            SUBSCRIPTION.CURRENCY,
            SUBSCRIPTION.STATUS,
            SUBSCRIPTION.SEATS_OWNED,
            SUBSCRIPTION.SEATS_ASSIGNED,
            SUBSCRIPTION.SEATS_RELEASING,
            SUBSCRIPTION.TRIAL_END_AT,
            SUBSCRIPTION.STARTED_AT,
            SUBSCRIPTION.ENDED_AT,
            SUBSCRIPTION.PENDING_ORDER_ID,
            SUBSCRIPTION.PENDING_SEATS,
            SUBSCRIPTION.VERSION,
            SUBSCRIPTION_PERIOD.ID,
            SUBSCRIPTION_PERIOD.ANCHOR_AT,
            SUBSCRIPTION_PERIOD.ORDINAL,
            SUBSCRIPTION_PERIOD.TIME_ZONE,
            SUBSCRIPTION_PERIOD.BILLING_INTERVAL,
            SUBSCRIPTION_PERIOD.START_AT,
            SUBSCRIPTION_PERIOD.END_AT,
            CHARGE_LINE.PRICE_ID);

    /** A charge line. */
    static final List<Field<?>> CHARGE_ROW = List.of(
            CHARGE_LINE.ACCOUNT_ID,
            CHARGE_LINE.ID,
            CHARGE_LINE.SUBSCRIPTION_ID,
            CHARGE_LINE.PERIOD_ID,
            CHARGE_LINE.PLAN_ID,
            CHARGE_LINE.PRICE_ID,
            CHARGE_LINE.SEATS,
            CHARGE_LINE.START_AT,
            CHARGE_LINE.END_AT,
            CHARGE_LINE.CURRENCY,
            CHARGE_LINE.FULL_PRICE_MINOR,
            CHARGE_LINE.DISCOUNT_BASIS_POINTS,
            CHARGE_LINE.DISCOUNT_AMOUNT_MINOR,
            CHARGE_LINE.TAX_INCLUSIVE,
            CHARGE_LINE.TAX_COUNTRY,
            CHARGE_LINE.TAX_TREATMENT,
            CHARGE_LINE.TAX_RATE_BASIS_POINTS,
            CHARGE_LINE.CHARGED_NET_MINOR,
            CHARGE_LINE.CHARGED_TAX_MINOR,
            CHARGE_LINE.CREDITED_NET_MINOR,
            CHARGE_LINE.CREDITED_TAX_MINOR,
            CHARGE_LINE.DOCUMENT_ID,
            CHARGE_LINE.DOCUMENT_LINE_ID);

    private SubscriptionColumns() {}

    static Subscription subscription(Record row) {
        return new Subscription(
                row.get(SUBSCRIPTION.ACCOUNT_ID),
                row.get(SUBSCRIPTION.ID),
                row.get(SUBSCRIPTION.PRODUCT_ID),
                row.get(SUBSCRIPTION.PLAN_ID),
                CurrencyUnit.of(row.get(SUBSCRIPTION.CURRENCY)),
                SubscriptionStatus.valueOf(row.get(SUBSCRIPTION.STATUS)),
                row.get(SUBSCRIPTION.SEATS_OWNED),
                row.get(SUBSCRIPTION.SEATS_ASSIGNED),
                row.get(SUBSCRIPTION.SEATS_RELEASING),
                period(row),
                row.get(CHARGE_LINE.PRICE_ID),
                row.get(SUBSCRIPTION.TRIAL_END_AT),
                row.get(SUBSCRIPTION.STARTED_AT),
                row.get(SUBSCRIPTION.ENDED_AT),
                row.get(SUBSCRIPTION.PENDING_ORDER_ID),
                row.get(SUBSCRIPTION.PENDING_SEATS),
                row.get(SUBSCRIPTION.VERSION));
    }

    private static @Nullable SubscriptionPeriod period(Record row) {
        return row.get(SUBSCRIPTION_PERIOD.ID) == null
                ? null
                : new SubscriptionPeriod(
                        row.get(SUBSCRIPTION_PERIOD.ID),
                        row.get(SUBSCRIPTION_PERIOD.ANCHOR_AT),
                        row.get(SUBSCRIPTION_PERIOD.ORDINAL),
                        ZoneId.of(row.get(SUBSCRIPTION_PERIOD.TIME_ZONE)),
                        BillingInterval.valueOf(row.get(SUBSCRIPTION_PERIOD.BILLING_INTERVAL)),
                        row.get(SUBSCRIPTION_PERIOD.START_AT),
                        row.get(SUBSCRIPTION_PERIOD.END_AT));
    }

    static @Nullable ChargeLine chargeLine(Record row) {
        return row.get(CHARGE_LINE.ID) == null
                ? null
                : new ChargeLine(
                        row.get(CHARGE_LINE.ACCOUNT_ID),
                        row.get(CHARGE_LINE.ID),
                        row.get(CHARGE_LINE.SUBSCRIPTION_ID),
                        row.get(CHARGE_LINE.PERIOD_ID),
                        row.get(CHARGE_LINE.PLAN_ID),
                        row.get(CHARGE_LINE.PRICE_ID),
                        row.get(CHARGE_LINE.SEATS),
                        row.get(CHARGE_LINE.START_AT),
                        row.get(CHARGE_LINE.END_AT),
                        CurrencyUnit.of(row.get(CHARGE_LINE.CURRENCY)),
                        row.get(CHARGE_LINE.FULL_PRICE_MINOR),
                        row.get(CHARGE_LINE.DISCOUNT_BASIS_POINTS),
                        row.get(CHARGE_LINE.DISCOUNT_AMOUNT_MINOR),
                        row.get(CHARGE_LINE.TAX_INCLUSIVE),
                        row.get(CHARGE_LINE.TAX_COUNTRY),
                        row.get(CHARGE_LINE.TAX_TREATMENT),
                        row.get(CHARGE_LINE.TAX_RATE_BASIS_POINTS),
                        row.get(CHARGE_LINE.CHARGED_NET_MINOR),
                        row.get(CHARGE_LINE.CHARGED_TAX_MINOR),
                        row.get(CHARGE_LINE.CREDITED_NET_MINOR),
                        row.get(CHARGE_LINE.CREDITED_TAX_MINOR),
                        row.get(CHARGE_LINE.DOCUMENT_ID),
                        row.get(CHARGE_LINE.DOCUMENT_LINE_ID));
    }
}
