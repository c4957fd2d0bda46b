package dev.puesto.checkout;

import dev.puesto.account.Account;
import dev.puesto.checkout.PlannedChange.PlannedCharge;
import dev.puesto.checkout.PlannedChange.PlannedPeriod;
import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PeriodId;
import dev.puesto.subscription.ChangedSubscription;
import dev.puesto.subscription.ChargeLine;
import dev.puesto.subscription.CreditedCharge;
import dev.puesto.subscription.CutPeriod;
import dev.puesto.subscription.OpenedPeriod;
import dev.puesto.subscription.ScheduledChange;
import dev.puesto.subscription.Subscription;
import dev.puesto.subscription.SubscriptionChanges;
import dev.puesto.subscription.SubscriptionPeriod;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/**
 * What a placed order makes of the account's subscriptions, as statements: a constant number, whatever the number of
 * changes. A pure function of the plan.
 *
 * @param placedAt the account's now, from which seats count as released or changes as scheduled; periods and charges begin
 *     as of the plan's instant
 * @param overduePaid whether what was overdue is paid with the order
 */
record OrderEffect(Account account, OrderId order, OrderPlan plan, Instant placedAt, boolean overduePaid) {

    /** The statements, to be run after the seats that go were released. */
    List<Query> onSubscriptions() {
        List<Query> statements = new ArrayList<>();
        AccountId id = account.accountId();
        add(statements, some(change -> change.cut() != null, this::cut), rows -> SubscriptionChanges.cut(id, rows));
        add(statements, some(PlannedChange::begins, this::begun), SubscriptionChanges::open);
        add(statements, redated(), rows -> SubscriptionChanges.redate(id, rows));
        add(statements, opened(), rows -> SubscriptionChanges.openPeriods(id, rows));
        add(statements, some(PlannedChange::changesNow, this::changed), rows -> SubscriptionChanges.change(id, rows));
        add(
                statements,
                some(change -> change.replaced() != null, this::credited),
                rows -> SubscriptionChanges.credit(id, rows));
        add(statements, some(change -> change.charge() != null, this::charged), SubscriptionChanges::charge);
        add(
                statements,
                some(change -> !change.begins(), PlannedChange::subscriptionId),
                rows -> SubscriptionChanges.supersede(id, rows, placedAt));
        add(statements, some(change -> change.schedule() != null, this::scheduled), SubscriptionChanges::schedule);
        return statements;
    }

    private <T> List<T> some(Predicate<PlannedChange> which, Function<PlannedChange, T> row) {
        return plan.changes().stream().filter(which).map(row).toList();
    }

    private static <T> void add(List<Query> statements, List<T> rows, Function<List<T>, Query> statement) {
        if (!rows.isEmpty()) {
            statements.add(statement.apply(rows));
        }
    }

    private CutPeriod cut(PlannedChange change) {
        return new CutPeriod(Objects.requireNonNull(change.cut()), plan.asOf());
    }

    private Subscription begun(PlannedChange change) {
        return new Subscription(
                account.accountId(),
                change.subscriptionId(),
                change.productId(),
                change.planId(),
                account.currency(),
                change.status(),
                change.seats(),
                0,
                0,
                period(Objects.requireNonNull(change.period())),
                null,
                change.trialEndAt(),
                plan.asOf(),
                null,
                null,
                null,
                1);
    }

    private List<SubscriptionPeriod> redated() {
        return some(
                change -> change.period() != null && change.period().redated(),
                change -> period(Objects.requireNonNull(change.period())));
    }

    private List<OpenedPeriod> opened() {
        return some(
                change -> change.period() != null && change.period().opens(),
                change -> new OpenedPeriod(change.subscriptionId(), period(Objects.requireNonNull(change.period()))));
    }

    private static SubscriptionPeriod period(PlannedPeriod period) {
        return new SubscriptionPeriod(
                period.id(),
                period.anchorAt(),
                period.ordinal(),
                ZoneId.of(period.timeZone()),
                period.interval(),
                period.startAt(),
                period.endAt());
    }

    private ChangedSubscription changed(PlannedChange change) {
        return new ChangedSubscription(
                change.subscriptionId(),
                change.planId(),
                overduePaid ? change.status() : change.statusIfUnpaid(),
                change.seats(),
                periodId(change),
                change.trialEndAt(),
                change.ends() ? plan.asOf() : null);
    }

    private static @Nullable PeriodId periodId(PlannedChange change) {
        return change.period() == null ? null : change.period().id();
    }

    private CreditedCharge credited(PlannedChange change) {
        var replaced = Objects.requireNonNull(change.replaced());
        return new CreditedCharge(replaced.id(), replaced.creditNetMinor(), replaced.creditTaxMinor(), plan.asOf());
    }

    private ChargeLine charged(PlannedChange change) {
        PlannedCharge charge = Objects.requireNonNull(change.charge());
        return new ChargeLine(
                account.accountId(),
                charge.id(),
                change.subscriptionId(),
                Objects.requireNonNull(periodId(change)),
                change.planId(),
                charge.priceId(),
                change.seats(),
                charge.startAt(),
                charge.endAt(),
                account.currency(),
                charge.fullPriceMinor(),
                charge.discountBasisPoints(),
                charge.discountAmountMinor(),
                charge.taxInclusive(),
                charge.taxCountry(),
                charge.taxTreatment().name(),
                charge.taxRateBasisPoints(),
                charge.netMinor(),
                charge.taxMinor(),
                0,
                0,
                charge.documentLineId() == null ? null : plan.invoiceId(),
                charge.documentLineId());
    }

    private ScheduledChange scheduled(PlannedChange change) {
        var schedule = Objects.requireNonNull(change.schedule());
        return new ScheduledChange(
                account.accountId(),
                schedule.id(),
                change.subscriptionId(),
                schedule.planId(),
                change.seats(),
                schedule.dueAt(),
                schedule.releaseRule(),
                schedule.releaseUserIds(),
                order,
                placedAt);
    }
}
