package dev.puesto.seatquote;

import static dev.puesto.catalog.AnchorPolicy.KEEP;
import static dev.puesto.catalog.AnchorPolicy.MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.catalog.DecreasePolicy;
import dev.puesto.period.BillingCycle;
import dev.puesto.period.BillingInterval;
import dev.puesto.period.Grain;
import dev.puesto.period.Period;
import dev.puesto.seatquote.Holding.Standing;
import dev.puesto.seatquote.PricingResult.Priced;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines a change has, for which time, and which change is refused. */
class SeatPricingTests extends SeatPricings {
    @Test
    void beginsAFullPeriodOnTheDayOfTheChangeByDefault() {
        var change = only(example.change(tenSeats(moving), 14).priced(MID_JUNE));
        assertThat(minor(change.credit().orElseThrow().amount())).isEqualTo(15_000);
        assertThat(minor(change.charge().orElseThrow().amount())).isEqualTo(42_000);
        assertThat(change.nextBillingAt()).contains(Instant.parse("2026-07-16T00:00:00Z"));
        assertThat(change.repricesPeriod()).isFalse();
    }

    @Test
    void keepsThePeriodWhereThePlanSaysSo() {
        var priced = example.change(tenSeats(keeping), 14).priced(MID_JUNE);
        assertThat(minor(priced.totals().total())).isEqualTo(6_000);
        assertThat(only(priced).nextBillingAt()).contains(Instant.parse("2026-07-01T00:00:00Z"));
    }

    @Test
    void stillChargesForAReductionThatBeginsAFullPeriod() {
        var holding = example.held(moving, example.perSeat(moving, 1_000), 10, JUNE);
        var priced = example.change(holding, 9).priced(MID_JUNE);
        assertThat(minor(priced.totals().amountDue())).isEqualTo(4_000);
    }

    @Test
    void putsOntoTheBalanceWhatACancellationGivesBackAndEndsThePeriod() {
        var priced = example.change(tenSeats(moving), 0).priced(MID_JUNE);
        assertThat(only(priced).kind()).isEqualTo(ChangeKind.CANCELLATION);
        assertThat(only(priced).after()).isEmpty();
        assertThat(only(priced).charge()).isEmpty();
        assertThat(minor(priced.totals().balanceAdded())).isEqualTo(15_000);
        assertThat(minor(priced.totals().total())).isEqualTo(-15_000);
    }

    @ParameterizedTest
    @CsvSource({"SECOND, 15000", "DAY, 14000", "DAY_30, 15000"})
    void countsTheDayOfACancellationAsUsedUnderTheGrainDay(Grain grain, long credit) {
        var plan = PricingExample.plan(MOVE, grain, BillingInterval.MONTH);
        var priced = example.change(tenSeats(plan), 0).priced(MID_JUNE);
        assertThat(minor(priced.totals().credits())).isEqualTo(credit);
    }

    @Test
    void pricesTheSamePeriodAgainAtItsVeryStart() {
        var anchor = Instant.parse("2026-01-31T00:00:00Z");
        var cycle = new BillingCycle(anchor, BillingInterval.MONTH, PricingExample.UTC);
        var february = cycle.period(1);
        var holding = example.held(moving, example.perSeat(moving, 3_000), 10, cycle, february, List.of());
        var change = only((Priced) example.change(holding, 14).asOf(february.start()));
        assertThat(change.repricesPeriod()).isTrue();
        assertThat(change.after().orElseThrow().period()).isEqualTo(february);
        assertThat(change.after().orElseThrow().cycle()).isEqualTo(cycle);
        assertThat(minor(change.credit().orElseThrow().amount())).isEqualTo(30_000);
        assertThat(minor(change.charge().orElseThrow().amount())).isEqualTo(42_000);
    }

    @Test
    void startsAFullPeriodForAChangeOfIntervalEvenWhereThePlanKeepsPeriods() {
        var yearly = PricingExample.plan(KEEP, Grain.SECOND, BillingInterval.YEAR);
        var priced = example.change(tenSeats(keeping), yearly, 10, null, example.perSeat(yearly, 30_000))
                .priced(MID_JUNE);
        assertThat(only(priced).kind()).isEqualTo(ChangeKind.PLAN_CHANGE);
        assertThat(only(priced).nextBillingAt()).contains(Instant.parse("2027-06-16T00:00:00Z"));
        assertThat(minor(priced.totals().total())).isEqualTo(300_000 - 15_000);
    }

    @Test
    void keepsTheVersionThatThePeriodOpenedWithWhereThePeriodStays() {
        var held = tenSeats(keeping);
        var dearer = withDates(example.perSeat(keeping, 5_000), "2026-06-10T00:00:00Z", "2026-06-10T00:00:00Z");
        var change = only(example.change(held, keeping, 14, null, held.live().price(), dearer)
                .priced(MID_JUNE));
        assertThat(minor(change.charge().orElseThrow().amount())).isEqualTo(21_000);
        assertThat(change.newPriceVersion()).isFalse();
    }

    @Test
    void joinsTheDatesOfAnotherSubscriptionForTheRestOfItsPeriod() {
        var change = only(example.join(keeping, example.perSeat(keeping, 3_000), 10, tenSeats(moving))
                .priced(MID_JUNE));
        assertThat(minor(change.charge().orElseThrow().amount())).isEqualTo(15_000);
        assertThat(change.nextBillingAt()).contains(Instant.parse("2026-07-01T00:00:00Z"));
    }

    @Test
    void joinsTheDatesThatTheSameOrderMoves() {
        var held = tenSeats(moving);
        var priced = example.change(held, 14)
                .join(keeping, example.perSeat(keeping, 3_000), 10, held)
                .priced(MID_JUNE);
        assertThat(priced.changes().get(1).nextBillingAt()).contains(Instant.parse("2026-07-16T00:00:00Z"));
        assertThat(minor(priced.changes().get(1).charge().orElseThrow().amount()))
                .isEqualTo(30_000);
    }

    @Test
    void refusesToJoinDatesThatEndWithTheOrderOrAreOfAnotherInterval() {
        var held = tenSeats(moving);
        var yearly = PricingExample.plan(MOVE, Grain.SECOND, BillingInterval.YEAR);
        assertThat(example.change(held, 0)
                        .join(keeping, example.perSeat(keeping, 3_000), 10, held)
                        .obstacles(MID_JUNE))
                .containsExactly(new PricingObstacle.CannotAlign(1));
        assertThat(new PricingExample()
                        .join(yearly, example.perSeat(yearly, 3_000), 10, held)
                        .obstacles(MID_JUNE))
                .containsExactly(new PricingObstacle.CannotAlign(0));
    }

    @Test
    void costsNothingInATrialAndKeepsItsEnd() {
        var trial = PricingExample.plan(MOVE, Grain.SECOND, BillingInterval.MONTH, DecreasePolicy.BUYER_CHOOSES, 14);
        var price = example.perSeat(trial, 3_000);
        var start = only(example.subscribe(trial, price, 5).priced(JUNE));
        assertThat(start.trial()).isTrue();
        assertThat(start.nextBillingAt()).contains(Instant.parse("2026-06-15T00:00:00Z"));
        assertThat(start.renewal().map(SeatPricingTests::minor)).contains(15_000L);

        var held = in(Standing.TRIALING, PricingExample.after(tenSeats(trial), start));
        var change = only(new PricingExample().change(held, 8).priced("2026-06-10T00:00:00Z"));
        assertThat(change.lines()).extracting(PricedLine::kind).containsExactly(LineKind.TRIAL);
        assertThat(change.nextBillingAt()).contains(Instant.parse("2026-06-15T00:00:00Z"));
    }

    @Test
    void schedulesAReductionForTheRenewalWithoutACredit() {
        var plan = PricingExample.plan(MOVE, Grain.SECOND, BillingInterval.MONTH, DecreasePolicy.AT_RENEWAL, 0);
        var priced = example.change(tenSeats(plan), 9).priced(MID_JUNE);
        assertThat(only(priced).effective()).isEqualTo(Effective.AT_RENEWAL);
        assertThat(minor(priced.totals().total())).isZero();
        assertThat(only(priced).nextBillingAt()).contains(Instant.parse("2026-07-01T00:00:00Z"));
        assertThat(only(priced).renewal().map(SeatPricingTests::minor)).contains(27_000L);
        assertThat(only(priced).lines()).extracting(PricedLine::kind).containsExactly(LineKind.SCHEDULED);
    }

    @Test
    void refusesAnEffectThatThePlanDoesNotOffer() {
        var plan = PricingExample.plan(MOVE, Grain.SECOND, BillingInterval.MONTH, DecreasePolicy.AT_RENEWAL, 0);
        assertThat(example.change(tenSeats(plan), plan, 9, Effective.NOW).obstacles(MID_JUNE))
                .containsExactly(new PricingObstacle.EffectiveFixedByPlan(0, Effective.AT_RENEWAL));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T00:00:00Z, RenewalOverdue",
        "2026-08-15T00:00:00Z, RenewalOverdue",
        "2026-05-31T23:59:59Z, BeforePeriod"
    })
    void refusesAnInstantOutsideThePeriod(String at, String obstacle) {
        assertThat(example.change(tenSeats(moving), 14).obstacles(at))
                .singleElement()
                .extracting(met -> met.getClass().getSimpleName())
                .isEqualTo(obstacle);
    }

    @ParameterizedTest
    @CsvSource({"-1", "1000001", "9223372036854775807", "-9223372036854775808"})
    void refusesSeatsBeyondThePlansLimits(long seats) {
        assertThat(example.change(tenSeats(moving), seats).obstacles(MID_JUNE))
                .containsExactly(new PricingObstacle.BeyondSeatLimits(0, 1, 1_000_000));
        assertThat(new PricingExample()
                        .subscribe(moving, example.perSeat(moving, 1), seats)
                        .obstacles(MID_JUNE))
                .containsExactly(new PricingObstacle.BeyondSeatLimits(0, 1, 1_000_000));
    }

    @Test
    void refusesANewSubscriptionOfNoSeats() {
        assertThat(example.subscribe(moving, example.perSeat(moving, 1), 0).obstacles(MID_JUNE))
                .containsExactly(new PricingObstacle.BeyondSeatLimits(0, 1, 1_000_000));
    }

    @Test
    void leavesASuspendedSubscriptionNothingButCancellation() {
        var suspended = in(Standing.SUSPENDED, tenSeats(moving));
        assertThat(example.change(suspended, 9).obstacles(MID_JUNE))
                .containsExactly(new PricingObstacle.Suspended(0, suspended.id()));
        assertThat(only(new PricingExample().change(suspended, 0).priced(MID_JUNE))
                        .kind())
                .isEqualTo(ChangeKind.CANCELLATION);
    }

    @Test
    void refusesTwoChangesOfOneSubscription() {
        var held = tenSeats(moving);
        assertThat(example.change(held, 14).change(held, 12).obstacles(MID_JUNE))
                .containsExactly(new PricingObstacle.ChangedTwice(1, held.id()));
    }

    @ParameterizedTest
    @CsvSource({
        // the hour that the clocks skip or repeat counts in seconds and not in days
        "Europe/Madrid, SECOND, 2026-03-01T00:00:00+01:00, 2026-03-29T12:00:00+02:00, 8075",
        "Europe/Madrid, DAY, 2026-03-01T00:00:00+01:00, 2026-03-29T12:00:00+02:00, 9677",
        "America/New_York, SECOND, 2026-11-01T00:00:00-04:00, 2026-11-16T00:00:00-05:00, 49931",
        "America/New_York, DAY, 2026-11-01T00:00:00-04:00, 2026-11-16T00:00:00-05:00, 50000",
        "Pacific/Apia, SECOND, 2026-06-01T00:00:00+13:00, 2026-06-16T00:00:00+13:00, 50000",
        "Pacific/Kiritimati, DAY, 2026-06-01T00:00:00+14:00, 2026-06-30T23:59:59+14:00, 3333"
    })
    void countsInThePeriodsZone(String zone, Grain grain, String start, String at, long credit) {
        example.zone = ZoneId.of(zone);
        var plan = PricingExample.plan(MOVE, grain, BillingInterval.MONTH);
        var cycle = new BillingCycle(OffsetDateTime.parse(start).toInstant(), BillingInterval.MONTH, example.zone);
        Period period = cycle.period(0);
        var holding = example.held(plan, example.perSeat(plan, 100_000), 1, cycle, period, List.of());
        var instant = OffsetDateTime.parse(at).toInstant();
        var change = only((Priced) example.change(holding, 2).asOf(instant));
        assertThat(minor(change.credit().orElseThrow().amount())).isEqualTo(credit);
    }
}
