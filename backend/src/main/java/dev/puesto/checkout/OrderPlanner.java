package dev.puesto.checkout;

import dev.puesto.checkout.PlannedChange.PlannedCharge;
import dev.puesto.checkout.PlannedChange.PlannedPeriod;
import dev.puesto.checkout.PlannedChange.PlannedSchedule;
import dev.puesto.checkout.PlannedChange.ReplacedCharge;
import dev.puesto.id.ChargeLineId;
import dev.puesto.id.DocumentId;
import dev.puesto.id.DocumentLineId;
import dev.puesto.id.PeriodId;
import dev.puesto.id.PlanId;
import dev.puesto.id.ScheduledChangeId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.period.BillingCycle;
import dev.puesto.period.Period;
import dev.puesto.seatquote.ChangeKind;
import dev.puesto.seatquote.Effective;
import dev.puesto.seatquote.LineKind;
import dev.puesto.seatquote.LiveLine;
import dev.puesto.seatquote.PricedChange;
import dev.puesto.seatquote.PricedLine;
import dev.puesto.seatquote.QuotedChange;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.seatquote.SeatQuote;
import dev.puesto.seatquote.SeatedUser;
import dev.puesto.seatquote.Totals;
import dev.puesto.seatquote.Totals.InvoiceAmount;
import dev.puesto.subscription.ReleaseRule;
import dev.puesto.subscription.Subscription;
import dev.puesto.subscription.SubscriptionPeriod;
import dev.puesto.subscription.SubscriptionStatus;
import dev.puesto.tax.CheckedTaxId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the plan of an order from its priced changes: it gives ids to all that will be written, and decides nothing. */
final class OrderPlanner {
    private final SeatQuote quote;
    private final Totals totals;
    private final LineDescriptions descriptions;
    private final @Nullable String accountTaxId;
    private final Optional<DocumentId> invoiceId;
    private final Optional<DocumentId> creditNoteId;
    private final List<PlannedLine> charges = new ArrayList<>();
    private final List<PlannedLine> credits = new ArrayList<>();

    private OrderPlanner(SeatQuote quote, LineDescriptions descriptions, @Nullable String accountTaxId) {
        this.quote = quote;
        this.totals = Objects.requireNonNull(quote.totals());
        this.descriptions = descriptions;
        this.accountTaxId = accountTaxId;
        this.invoiceId = document(LineKind.CHARGE);
        this.creditNoteId = document(LineKind.CREDIT);
    }

    /**
     * The plan of a seat quote that has a price.
     *
     * @param accountTaxId the account's VAT number with prefix; null for none
     */
    static OrderPlan plan(SeatQuote quote, LineDescriptions descriptions, @Nullable String accountTaxId) {
        return new OrderPlanner(quote, descriptions, accountTaxId).plan();
    }

    private OrderPlan plan() {
        List<PlannedChange> changes = quote.changes().stream()
                .map(change -> change(Objects.requireNonNull(change.priced()), change))
                .toList();
        CheckedTaxId added = quote.taxIdToAdd();
        return new OrderPlan(
                OrderPlan.VERSION,
                quote.asOf(),
                invoiceId.orElse(null),
                creditNoteId.orElse(null),
                OrderAmounts.of(totals),
                changes,
                charges,
                credits,
                totals.carried().stream().map(InvoiceAmount::invoiceId).collect(Collectors.toUnmodifiableSet()),
                added == null ? null : taxId(added),
                added == null ? accountTaxId : added.number().text());
    }

    private static OrderPlan.AddedTaxId taxId(CheckedTaxId checked) {
        return new OrderPlan.AddedTaxId(
                checked.number().country(),
                checked.number().text(),
                checked.state(),
                checked.checkedAt(),
                checked.reference());
    }

    private Optional<DocumentId> document(LineKind kind) {
        boolean needed = quote.lines().stream().anyMatch(line -> line.kind() == kind && line.documented());
        return needed ? Optional.of(new DocumentId(TimeOrderedUuid.next())) : Optional.empty();
    }

    private PlannedChange change(PricedChange change, QuotedChange quoted) {
        SubscriptionId id = change.subscriptionId().orElseGet(() -> new SubscriptionId(TimeOrderedUuid.next()));
        change.credit().filter(PricedLine::documented).ifPresent(line -> credits.add(line(id, line)));
        boolean now = change.effective() == Effective.NOW;
        Subscription current = quoted.subscription();
        PlannedPeriod period = now ? period(change, current) : null;
        return new PlannedChange(
                change.kind(),
                change.effective(),
                id,
                change.plan().productId(),
                now ? change.plan().id() : previousPlan(change),
                change.planBefore().map(plan -> plan.id()).orElse(null),
                change.seatsBefore(),
                change.seats(),
                status(change, true),
                status(change, false),
                trialEnd(change, current),
                now ? cut(change, current) : null,
                period,
                now && current != null ? replaced(change, quoted) : null,
                now ? change.charge().map(line -> charge(id, line)).orElse(null) : null,
                now ? quoted.released().stream().map(SeatedUser::userId).toList() : List.of(),
                change.lines().stream()
                        .map(line -> descriptions.explain(line, quote.zone()))
                        .toList(),
                now ? null : schedule(change, quoted.request()),
                change.unschedules());
    }

    private static PlanId previousPlan(PricedChange change) {
        return change.planBefore().orElse(change.plan()).id();
    }

    private static SubscriptionStatus status(PricedChange change, boolean overduePaid) {
        boolean now = change.effective() == Effective.NOW;
        if (now && change.seats() == 0) {
            return SubscriptionStatus.ENDED;
        }
        if (change.trial()) {
            return SubscriptionStatus.TRIALING;
        }
        boolean pays = overduePaid && now && change.seats() > change.seatsBefore();
        return change.pastDue() && !pays ? SubscriptionStatus.PAST_DUE : SubscriptionStatus.ACTIVE;
    }

    private static @Nullable Instant trialEnd(PricedChange change, @Nullable Subscription current) {
        if (current != null) {
            return current.trialEndAt();
        }
        return change.trial() ? change.nextBillingAt().orElseThrow() : null;
    }

    /** A period that another replaces, or that its subscription's end cuts short. */
    private static @Nullable PeriodId cut(PricedChange change, @Nullable Subscription current) {
        boolean ends = change.after().isEmpty();
        return current == null || (change.repricesPeriod() && !ends)
                ? null
                : currentPeriod(current).periodId();
    }

    private static @Nullable PlannedPeriod period(PricedChange change, @Nullable Subscription current) {
        if (change.after().isEmpty()) {
            return null;
        }
        BillingCycle cycle = change.after().get().cycle();
        Period period = change.after().get().period();
        boolean opens = !change.repricesPeriod();
        SubscriptionPeriod before = current == null ? null : currentPeriod(current);
        return new PlannedPeriod(
                opens
                        ? new PeriodId(TimeOrderedUuid.next())
                        : Objects.requireNonNull(before).periodId(),
                opens,
                !opens && !Objects.requireNonNull(before).cycle().equals(cycle),
                cycle.anchor(),
                ordinal(cycle, period),
                cycle.zone().getId(),
                cycle.interval(),
                period.start(),
                period.end());
    }

    /** Which period of the cycle it is; a trial comes before the first. */
    private static int ordinal(BillingCycle cycle, Period period) {
        if (!period.start().isAfter(cycle.anchor())) {
            return 0;
        }
        long months = ChronoUnit.MONTHS.between(
                cycle.anchor().atZone(cycle.zone()), period.start().atZone(cycle.zone()));
        int ordinal = Math.toIntExact(months / cycle.interval().months());
        while (cycle.start(ordinal).isBefore(period.start())) {
            ordinal++;
        }
        return ordinal;
    }

    private static SubscriptionPeriod currentPeriod(Subscription current) {
        return Objects.requireNonNull(current.currentPeriod());
    }

    private static ReplacedCharge replaced(PricedChange change, QuotedChange quoted) {
        Optional<PricedLine> credit = change.credit();
        return new ReplacedCharge(
                Objects.requireNonNull(quoted.live()),
                credit.map(line -> line.net().getAmountMinorLong()).orElse(0L),
                credit.map(line -> line.tax().getAmountMinorLong()).orElse(0L));
    }

    private PlannedCharge charge(SubscriptionId subscription, PricedLine line) {
        return new PlannedCharge(
                new ChargeLineId(TimeOrderedUuid.next()),
                line.price().id(),
                line.start(),
                line.end(),
                line.fullPrice().rounded(),
                line.fullPrice().discountBasisPoints(),
                line.fullPrice().discountAmountMinor(),
                line.taxInclusive(),
                line.taxGroup().country(),
                line.taxGroup().treatment(),
                line.taxGroup().rateBasisPoints(),
                line.net().getAmountMinorLong(),
                line.tax().getAmountMinorLong(),
                line.documented() ? printed(subscription, line) : null);
    }

    private static PlannedSchedule schedule(PricedChange change, SeatChangeRequest request) {
        boolean otherPlan = change.kind() == ChangeKind.PLAN_CHANGE;
        return new PlannedSchedule(
                new ScheduledChangeId(TimeOrderedUuid.next()),
                otherPlan ? change.plan().id() : null,
                change.nextBillingAt().orElseThrow(),
                Objects.requireNonNullElse(request.releases().rule(), ReleaseRule.WHERE_NONE_IS_NAMED),
                request.releases().userIds());
    }

    private DocumentLineId printed(SubscriptionId subscription, PricedLine charge) {
        PlannedLine line = line(subscription, charge);
        charges.add(line);
        return line.id();
    }

    private PlannedLine line(SubscriptionId subscription, PricedLine line) {
        Optional<LiveLine.InvoiceLineRef> corrects = line.corrects().flatMap(LiveLine::invoice);
        return new PlannedLine(
                new DocumentLineId(TimeOrderedUuid.next()),
                subscription,
                descriptions.of(line),
                line.seats(),
                line.start(),
                line.end(),
                line.taxInclusive(),
                line.taxGroup().country(),
                line.taxGroup().treatment(),
                line.taxGroup().rateBasisPoints(),
                line.net().getAmountMinorLong(),
                line.tax().getAmountMinorLong(),
                corrects.map(LiveLine.InvoiceLineRef::documentId).orElse(null),
                corrects.map(LiveLine.InvoiceLineRef::lineId).orElse(null),
                LineExplanation.of(line));
    }
}
