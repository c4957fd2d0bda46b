package dev.puesto.subscription;

import static dev.puesto.jooq.Tables.CHARGE_LINE;
import static dev.puesto.jooq.Tables.SCHEDULED_CHANGE;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static dev.puesto.jooq.Tables.SUBSCRIPTION_PERIOD;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.update;

import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PeriodId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.Columns;
import dev.puesto.jooq.ParameterRows;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Query;

/**
 * Writes subscriptions: each method is one statement for any number of them (at least one), for a transaction that
 * holds the account's lock. An order that takes effect runs them in the order in which they stand here, after the seats
 * that it releases were released.
 */
public final class SubscriptionChanges {

    private SubscriptionChanges() {}

    /** Holds subscriptions for a pending order. */
    public static Query hold(AccountId account, OrderId order, Collection<SubscriptionHold> holds) {
        var given = ParameterRows.of(holds)
                .with(SUBSCRIPTION.ID, SubscriptionHold::subscriptionId)
                .with(SUBSCRIPTION.PENDING_SEATS, SubscriptionHold::seats)
                .with(SUBSCRIPTION.SEATS_RELEASING, SubscriptionHold::releasing);
        return update(SUBSCRIPTION)
                .set(SUBSCRIPTION.PENDING_ORDER_ID, order)
                .set(SUBSCRIPTION.PENDING_SEATS, given.get(SUBSCRIPTION.PENDING_SEATS))
                .set(SUBSCRIPTION.SEATS_RELEASING, given.get(SUBSCRIPTION.SEATS_RELEASING))
                .set(SUBSCRIPTION.VERSION, SUBSCRIPTION.VERSION.plus(1))
                .from(given.table())
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                .and(SUBSCRIPTION.ID.eq(given.get(SUBSCRIPTION.ID)));
    }

    /** Lets go of everything that an order holds; the assignments that it marked are unmarked with it. */
    public static Query letGo(AccountId account, OrderId order) {
        return update(SUBSCRIPTION)
                .set(SUBSCRIPTION.PENDING_ORDER_ID, castNull(SUBSCRIPTION.PENDING_ORDER_ID))
                .set(SUBSCRIPTION.PENDING_SEATS, castNull(SUBSCRIPTION.PENDING_SEATS))
                .set(SUBSCRIPTION.SEATS_RELEASING, 0L)
                .set(SUBSCRIPTION.VERSION, SUBSCRIPTION.VERSION.plus(1))
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                .and(SUBSCRIPTION.PENDING_ORDER_ID.eq(order));
    }

    /** Counts the seats that an order marked as released, when the assignments are. */
    public static Query countReleased(AccountId account, OrderId order) {
        return update(SUBSCRIPTION)
                .set(SUBSCRIPTION.SEATS_ASSIGNED, SUBSCRIPTION.SEATS_ASSIGNED.minus(SUBSCRIPTION.SEATS_RELEASING))
                .set(SUBSCRIPTION.SEATS_RELEASING, 0L)
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                .and(SUBSCRIPTION.PENDING_ORDER_ID.eq(order));
    }

    /** Changes the kept counts of seats, with the assignments that they count. */
    public static Query count(AccountId account, Collection<SeatCountChange> changes) {
        var given = ParameterRows.of(changes)
                .with(SUBSCRIPTION.ID, SeatCountChange::subscriptionId)
                .with(SUBSCRIPTION.SEATS_ASSIGNED, SeatCountChange::assigned)
                .with(SUBSCRIPTION.SEATS_RELEASING, SeatCountChange::releasing);
        return update(SUBSCRIPTION)
                .set(
                        SUBSCRIPTION.SEATS_ASSIGNED,
                        SUBSCRIPTION.SEATS_ASSIGNED.plus(given.get(SUBSCRIPTION.SEATS_ASSIGNED)))
                .set(
                        SUBSCRIPTION.SEATS_RELEASING,
                        SUBSCRIPTION.SEATS_RELEASING.plus(given.get(SUBSCRIPTION.SEATS_RELEASING)))
                .set(SUBSCRIPTION.VERSION, SUBSCRIPTION.VERSION.plus(1))
                .from(given.table())
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                .and(SUBSCRIPTION.ID.eq(given.get(SUBSCRIPTION.ID)));
    }

    /** Cuts periods short. */
    public static Query cut(AccountId account, Collection<CutPeriod> periods) {
        var given = ParameterRows.of(periods)
                .with(SUBSCRIPTION_PERIOD.ID, CutPeriod::periodId)
                .with(SUBSCRIPTION_PERIOD.END_AT, CutPeriod::endAt);
        return update(SUBSCRIPTION_PERIOD)
                .set(SUBSCRIPTION_PERIOD.END_AT, given.get(SUBSCRIPTION_PERIOD.END_AT))
                .from(given.table())
                .where(SUBSCRIPTION_PERIOD.ACCOUNT_ID.eq(account))
                .and(SUBSCRIPTION_PERIOD.ID.eq(given.get(SUBSCRIPTION_PERIOD.ID)));
    }

    /** Inserts new subscriptions; their periods follow in the same transaction. */
    public static Query open(Collection<Subscription> subscriptions) {
        var insert = insertInto(
                SUBSCRIPTION,
                SUBSCRIPTION.ACCOUNT_ID,
                SUBSCRIPTION.ID,
                SUBSCRIPTION.PRODUCT_ID,
                SUBSCRIPTION.PLAN_ID,
                SUBSCRIPTION.CURRENCY,
                SUBSCRIPTION.STATUS,
                SUBSCRIPTION.SEATS_OWNED,
                SUBSCRIPTION.SEATS_ASSIGNED,
                SUBSCRIPTION.SEATS_RELEASING,
                SUBSCRIPTION.CURRENT_PERIOD_ID,
                SUBSCRIPTION.TRIAL_END_AT,
                SUBSCRIPTION.STARTED_AT,
                SUBSCRIPTION.VERSION);
        for (Subscription subscription : subscriptions) {
            insert = insert.values(
                    subscription.accountId(),
                    subscription.subscriptionId(),
                    subscription.productId(),
                    subscription.planId(),
                    subscription.currency().getCode(),
                    subscription.status().name(),
                    subscription.seatsOwned(),
                    0L,
                    0L,
                    currentPeriodId(subscription),
                    subscription.trialEndAt(),
                    subscription.startedAt(),
                    1L);
        }
        return insert;
    }

    private static PeriodId currentPeriodId(Subscription subscription) {
        return Optional.ofNullable(subscription.currentPeriod())
                .map(SubscriptionPeriod::periodId)
                .orElseThrow();
    }

    /** Changes the dates that are to follow current periods; their bounds stay. */
    public static Query redate(AccountId account, Collection<SubscriptionPeriod> periods) {
        var given = ParameterRows.of(periods)
                .with(SUBSCRIPTION_PERIOD.ID, SubscriptionPeriod::periodId)
                .with(SUBSCRIPTION_PERIOD.ANCHOR_AT, SubscriptionPeriod::anchorAt)
                .with(SUBSCRIPTION_PERIOD.ORDINAL, SubscriptionPeriod::ordinal)
                .with(
                        SUBSCRIPTION_PERIOD.BILLING_INTERVAL,
                        period -> period.interval().name());
        return update(SUBSCRIPTION_PERIOD)
                .set(SUBSCRIPTION_PERIOD.ANCHOR_AT, given.get(SUBSCRIPTION_PERIOD.ANCHOR_AT))
                .set(SUBSCRIPTION_PERIOD.ORDINAL, given.get(SUBSCRIPTION_PERIOD.ORDINAL))
                .set(SUBSCRIPTION_PERIOD.BILLING_INTERVAL, given.get(SUBSCRIPTION_PERIOD.BILLING_INTERVAL))
                .from(given.table())
                .where(SUBSCRIPTION_PERIOD.ACCOUNT_ID.eq(account))
                .and(SUBSCRIPTION_PERIOD.ID.eq(given.get(SUBSCRIPTION_PERIOD.ID)));
    }

    /** Inserts new periods. */
    public static Query openPeriods(AccountId account, Collection<OpenedPeriod> periods) {
        var insert = insertInto(
                SUBSCRIPTION_PERIOD,
                SUBSCRIPTION_PERIOD.ACCOUNT_ID,
                SUBSCRIPTION_PERIOD.ID,
                SUBSCRIPTION_PERIOD.SUBSCRIPTION_ID,
                SUBSCRIPTION_PERIOD.ANCHOR_AT,
                SUBSCRIPTION_PERIOD.ORDINAL,
                SUBSCRIPTION_PERIOD.TIME_ZONE,
                SUBSCRIPTION_PERIOD.BILLING_INTERVAL,
                SUBSCRIPTION_PERIOD.START_AT,
                SUBSCRIPTION_PERIOD.END_AT);
        for (OpenedPeriod opened : periods) {
            SubscriptionPeriod period = opened.period();
            insert = insert.values(
                    account,
                    period.periodId(),
                    opened.subscriptionId(),
                    period.anchorAt(),
                    period.ordinal(),
                    period.timeZone().getId(),
                    period.interval().name(),
                    period.startAt(),
                    period.endAt());
        }
        return insert;
    }

    /** Brings existing subscriptions to what an order leaves, and ends the order's hold on them. */
    public static Query change(AccountId account, Collection<ChangedSubscription> changes) {
        var given = ParameterRows.of(changes)
                .with(SUBSCRIPTION.ID, ChangedSubscription::subscriptionId)
                .with(SUBSCRIPTION.PLAN_ID, ChangedSubscription::planId)
                .with(SUBSCRIPTION.STATUS, change -> change.status().name())
                .with(SUBSCRIPTION.SEATS_OWNED, ChangedSubscription::seatsOwned)
                .with(SUBSCRIPTION.CURRENT_PERIOD_ID, ChangedSubscription::currentPeriodId)
                .with(SUBSCRIPTION.TRIAL_END_AT, ChangedSubscription::trialEndAt)
                .with(SUBSCRIPTION.ENDED_AT, ChangedSubscription::endedAt);
        return update(SUBSCRIPTION)
                .set(SUBSCRIPTION.PLAN_ID, given.get(SUBSCRIPTION.PLAN_ID))
                .set(SUBSCRIPTION.STATUS, given.get(SUBSCRIPTION.STATUS))
                .set(SUBSCRIPTION.SEATS_OWNED, given.get(SUBSCRIPTION.SEATS_OWNED))
                .set(SUBSCRIPTION.CURRENT_PERIOD_ID, given.get(SUBSCRIPTION.CURRENT_PERIOD_ID))
                .set(SUBSCRIPTION.TRIAL_END_AT, given.get(SUBSCRIPTION.TRIAL_END_AT))
                .set(SUBSCRIPTION.ENDED_AT, given.get(SUBSCRIPTION.ENDED_AT))
                .set(SUBSCRIPTION.PENDING_ORDER_ID, castNull(SUBSCRIPTION.PENDING_ORDER_ID))
                .set(SUBSCRIPTION.PENDING_SEATS, castNull(SUBSCRIPTION.PENDING_SEATS))
                .set(SUBSCRIPTION.VERSION, SUBSCRIPTION.VERSION.plus(1))
                .from(given.table())
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                .and(SUBSCRIPTION.ID.eq(given.get(SUBSCRIPTION.ID)));
    }

    /** Brings those that are past due back into order, since what they owed is settled. */
    public static Query paidUp(AccountId account, Collection<SubscriptionId> subscriptions) {
        return update(SUBSCRIPTION)
                .set(SUBSCRIPTION.STATUS, SubscriptionStatus.ACTIVE.name())
                .set(SUBSCRIPTION.VERSION, SUBSCRIPTION.VERSION.plus(1))
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                .and(Columns.isAmong(SUBSCRIPTION.ID, subscriptions))
                .and(SUBSCRIPTION.STATUS.eq(SubscriptionStatus.PAST_DUE.name()));
    }

    /** Credits charge lines, and closes those that are replaced. */
    public static Query credit(AccountId account, Collection<CreditedCharge> credits) {
        var given = ParameterRows.of(credits)
                .with(CHARGE_LINE.ID, CreditedCharge::chargeLineId)
                .with(CHARGE_LINE.CREDITED_NET_MINOR, CreditedCharge::creditNetMinor)
                .with(CHARGE_LINE.CREDITED_TAX_MINOR, CreditedCharge::creditTaxMinor)
                .with(CHARGE_LINE.REPLACED_AT, CreditedCharge::replacedAt);
        return update(CHARGE_LINE)
                .set(
                        CHARGE_LINE.CREDITED_NET_MINOR,
                        CHARGE_LINE.CREDITED_NET_MINOR.plus(given.get(CHARGE_LINE.CREDITED_NET_MINOR)))
                .set(
                        CHARGE_LINE.CREDITED_TAX_MINOR,
                        CHARGE_LINE.CREDITED_TAX_MINOR.plus(given.get(CHARGE_LINE.CREDITED_TAX_MINOR)))
                .set(CHARGE_LINE.REPLACED_AT, given.get(CHARGE_LINE.REPLACED_AT))
                .from(given.table())
                .where(CHARGE_LINE.ACCOUNT_ID.eq(account))
                .and(CHARGE_LINE.ID.eq(given.get(CHARGE_LINE.ID)));
    }

    /** Inserts charge lines, each the live one of its subscription. */
    public static Query charge(Collection<ChargeLine> lines) {
        return ChargeLineInsert.of(lines);
    }

    /** Closes the changes that wait for those subscriptions' renewal, because an immediate one replaces them. */
    public static Query supersede(AccountId account, Collection<SubscriptionId> subscriptions, Instant at) {
        return update(SCHEDULED_CHANGE)
                .set(SCHEDULED_CHANGE.STATE, "SUPERSEDED")
                .set(SCHEDULED_CHANGE.CLOSED_AT, at)
                .where(SCHEDULED_CHANGE.ACCOUNT_ID.eq(account))
                .and(Columns.isAmong(SCHEDULED_CHANGE.SUBSCRIPTION_ID, subscriptions))
                .and(SCHEDULED_CHANGE.STATE.eq("SCHEDULED"));
    }

    /** Inserts changes that wait for the renewal. */
    public static Query schedule(Collection<ScheduledChange> changes) {
        var insert = insertInto(
                SCHEDULED_CHANGE,
                SCHEDULED_CHANGE.ACCOUNT_ID,
                SCHEDULED_CHANGE.ID,
                SCHEDULED_CHANGE.SUBSCRIPTION_ID,
                SCHEDULED_CHANGE.PLAN_ID,
                SCHEDULED_CHANGE.SEATS,
                SCHEDULED_CHANGE.DUE_AT,
                SCHEDULED_CHANGE.RELEASE_RULE,
                SCHEDULED_CHANGE.RELEASE_USER_IDS,
                SCHEDULED_CHANGE.ORDER_ID,
                SCHEDULED_CHANGE.STATE,
                SCHEDULED_CHANGE.CREATED_AT);
        for (ScheduledChange change : changes) {
            insert = insert.values(
                    change.accountId(),
                    change.scheduledChangeId(),
                    change.subscriptionId(),
                    change.planId(),
                    change.seats(),
                    change.dueAt(),
                    change.releaseRule().name(),
                    change.releaseUserIds().stream().map(UserId::value).toArray(UUID[]::new),
                    change.order(),
                    "SCHEDULED",
                    change.createdAt());
        }
        return insert;
    }
}
