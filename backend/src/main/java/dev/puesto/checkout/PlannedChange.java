package dev.puesto.checkout;

import dev.puesto.id.ChargeLineId;
import dev.puesto.id.DocumentLineId;
import dev.puesto.id.PeriodId;
import dev.puesto.id.PlanId;
import dev.puesto.id.PriceId;
import dev.puesto.id.ProductId;
import dev.puesto.id.ScheduledChangeId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.period.BillingInterval;
import dev.puesto.seatquote.ChangeKind;
import dev.puesto.seatquote.Effective;
import dev.puesto.subscription.ReleaseRule;
import dev.puesto.subscription.SubscriptionStatus;
import dev.puesto.tax.TaxTreatment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order makes of one subscription, with the ids of all that it adds. Amounts in minor units.
 *
 * @param subscriptionId of a new subscription too, which has no row before the order is placed
 * @param previousPlanId null for a new subscription
 * @param status what its status is once the order is placed
 * @param statusIfUnpaid the same where an overdue invoice that the order was to collect stays open
 * @param trialEndAt the end of its trial, past or to come; null if it has none
 * @param cut the period that ends at the order's instant; null where none does
 * @param period the period once the order is placed; null where it ends or only a later change is scheduled
 * @param replaced the charge line that ends; null where the live one stays
 * @param charge the charge line that begins; null where none does
 * @param releases whose seats are released
 * @param explanations the sentences that explain its amounts, in the order's language
 * @param schedule the change that begins to wait for the renewal; null where it takes effect now
 * @param unschedules whether it puts an end to a change that waits for the renewal; null in a plan that does not know
 */
record PlannedChange(
        ChangeKind kind,
        Effective effective,
        SubscriptionId subscriptionId,
        ProductId productId,
        PlanId planId,
        @Nullable PlanId previousPlanId,
        long previousSeats,
        long seats,
        SubscriptionStatus status,
        SubscriptionStatus statusIfUnpaid,
        @Nullable Instant trialEndAt,
        @Nullable PeriodId cut,
        @Nullable PlannedPeriod period,
        @Nullable ReplacedCharge replaced,
        @Nullable PlannedCharge charge,
        List<UserId> releases,
        List<String> explanations,
        @Nullable PlannedSchedule schedule,
        @Nullable Boolean unschedules) {

    /** Whether it begins a subscription. */
    boolean begins() {
        return kind == ChangeKind.NEW;
    }

    /** Whether it changes a subscription that is there already, when the order is placed. */
    boolean changesNow() {
        return effective == Effective.NOW && !begins();
    }

    /** Whether it ends the subscription when the order is placed. */
    boolean ends() {
        return effective == Effective.NOW && seats == 0;
    }

    /** The seats that the subscription owns once the order is placed. */
    long seatsThen() {
        return effective == Effective.NOW ? seats : previousSeats;
    }

    /** The plan that it leads to, now or at the renewal. */
    PlanId targetPlanId() {
        return schedule == null || schedule.planId() == null ? planId : schedule.planId();
    }

    /** The plan that it leaves; null where the plan stays. */
    @Nullable
    PlanId otherPreviousPlanId() {
        return targetPlanId().equals(previousPlanId) ? null : previousPlanId;
    }

    /** The net amount charged. */
    long chargeNetMinor() {
        return charge == null ? 0 : charge.netMinor();
    }

    /** The net amount credited. */
    long creditNetMinor() {
        return replaced == null ? 0 : replaced.creditNetMinor();
    }

    /**
     * A billing period.
     *
     * @param opens whether it is new; else it is the current one
     * @param redated whether it is the current one and other dates are to follow it
     * @param anchorAt the instant that fixes the dates that follow
     * @param ordinal its place, counted from the anchor
     */
    record PlannedPeriod(
            PeriodId id,
            boolean opens,
            boolean redated,
            Instant anchorAt,
            int ordinal,
            String timeZone,
            BillingInterval interval,
            Instant startAt,
            Instant endAt) {}

    /** A charge line that ceases to be the live one, with what is credited of it. */
    record ReplacedCharge(ChargeLineId id, long creditNetMinor, long creditTaxMinor) {}

    /**
     * A charge line that becomes the live one.
     *
     * @param fullPriceMinor for the whole period, discounts taken off
     * @param documentLineId the invoice line that prints it; null where nothing is charged
     */
    record PlannedCharge(
            ChargeLineId id,
            PriceId priceId,
            Instant startAt,
            Instant endAt,
            long fullPriceMinor,
            int discountBasisPoints,
            long discountAmountMinor,
            boolean taxInclusive,
            String taxCountry,
            TaxTreatment taxTreatment,
            int taxRateBasisPoints,
            long netMinor,
            long taxMinor,
            @Nullable DocumentLineId documentLineId) {}

    /**
     * A change that waits for the renewal.
     *
     * @param planId the plan to change to; null: it stays
     */
    record PlannedSchedule(
            ScheduledChangeId id,
            @Nullable PlanId planId,
            Instant dueAt,
            ReleaseRule releaseRule,
            List<UserId> releaseUserIds) {}
}
