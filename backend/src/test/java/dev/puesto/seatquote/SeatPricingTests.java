package dev.puesto.seatquote;

import static dev.puesto.catalog.AnchorPolicy.KEEP;
import static dev.puesto.catalog.AnchorPolicy.MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.catalog.DecreasePolicy;
import dev.puesto.catalog.Plan;
import dev.puesto.catalog.Price;
import dev.puesto.catalog.PricingModel;
import dev.puesto.catalog.Tier;
import dev.puesto.id.DocumentId;
import dev.puesto.money.Amounts;
import dev.puesto.period.BillingCycle;
import dev.puesto.period.BillingInterval;
import dev.puesto.period.Grain;
import dev.puesto.period.Period;
import dev.puesto.seatquote.Holding.Standing;
import dev.puesto.seatquote.PricingResult.Priced;
import dev.puesto.tax.Taxed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatPricingTests {
    private static final String JUNE = "2026-06-01T00:00:00Z";
    private static final String MID_JUNE = "2026-06-16T00:00:00Z";

    private final PricingExample example = new PricingExample();
    private final Plan moving = PricingExample.monthly(MOVE);
    private final Plan keeping = PricingExample.monthly(KEEP);

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
    void creditsWhatWasChargedAndNotTodaysListPrice() {
        var held = tenSeats(moving);
        var dearer = withDates(example.perSeat(moving, 5_000), "2026-06-10T00:00:00Z", "2026-06-10T00:00:00Z");
        var change = only(example.change(held, moving, 10, null, held.live().price(), dearer)
                .priced(MID_JUNE));
        assertThat(minor(change.credit().orElseThrow().amount())).isEqualTo(15_000);
        assertThat(minor(change.charge().orElseThrow().amount())).isEqualTo(50_000);
        assertThat(change.newPriceVersion()).isTrue();
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
        // a discount of the whole period, of its first ten days, of its last ten; a percentage, an amount
        "1000, 0, 2026-01-01, , 27000",
        "1000, 0, 2026-01-01, 2026-06-11, 29000",
        "1000, 0, 2026-06-21, , 29000",
        "0, 5000, 2026-01-01, , 25000",
        "0, 5000, 2026-01-01, 2026-06-11, 28333",
        "0, 50000, 2026-01-01, , 0",
        "10000, 0, 2026-01-01, , 0",
        "1000, 0, 2026-01-01, 2026-06-01, 30000"
    })
    void takesADiscountOffForThePartOfThePeriodThatItCovers(
            int basisPoints, long amount, String start, String end, long expected) {
        var until = Optional.ofNullable(end).map(date -> Instant.parse(date + "T00:00:00Z"));
        var discount = new Discount(basisPoints, amount, Instant.parse(start + "T00:00:00Z"), until);
        var cycle = new BillingCycle(Instant.parse(JUNE), BillingInterval.MONTH, PricingExample.UTC);
        var holding =
                example.held(keeping, example.perSeat(keeping, 3_000), 10, cycle, cycle.period(0), List.of(discount));
        assertThat(holding.live().chargedNetMinor()).isEqualTo(expected);
    }

    @Test
    void roundsADiscountedPriceOnceOnTheExactRational() {
        var third = new Discount(3_333, 0, Instant.EPOCH, Optional.empty());
        var cycle = new BillingCycle(Instant.parse(JUNE), BillingInterval.MONTH, PricingExample.UTC);
        var holding = example.held(keeping, example.perSeat(keeping, 5), 1, cycle, cycle.period(0), List.of(third));
        var line = example.change(holding, 3).priced(MID_JUNE).lines().get(1);
        assertThat(line.exact()).hasToString("20001/4000");
        assertThat(minor(line.amount())).isEqualTo(5);
    }

    @Test
    void roundsTaxOncePerGroupAndSplitsItOverTheLines() {
        example.tax = PricingExample.SPANISH;
        var priced = example.subscribe(moving, example.perSeat(moving, 3), 1)
                .subscribe(keeping, example.perSeat(keeping, 3), 1)
                .subscribe(keeping, example.perSeat(keeping, 3), 1)
                .priced(JUNE);
        assertThat(priced.totals().chargeTax()).containsExactly(new Taxed(PricingExample.SPANISH, 9, 2));
        assertThat(priced.lines()).extracting(line -> minor(line.tax())).containsExactly(1L, 0L, 1L);
        assertThat(minor(priced.totals().charges())).isEqualTo(11);
    }

    @Test
    void takesTheTaxOutOfAPriceThatContainsIt() {
        example.tax = PricingExample.SPANISH;
        var tier = new Tier(1, OptionalLong.empty(), Amounts.ofMinor(CurrencyUnit.EUR, 1_210));
        var inclusive = example.price(moving, PricingModel.PER_SEAT, 0, true, List.of(tier));
        var line = example.subscribe(moving, inclusive, 10).priced(JUNE).lines().getFirst();
        assertThat(minor(line.amount())).isEqualTo(12_100);
        assertThat(minor(line.net())).isEqualTo(10_000);
        assertThat(minor(line.tax())).isEqualTo(2_100);
    }

    @Test
    void refusesPricesWithAndWithoutTaxOnOneInvoice() {
        var tier = new Tier(1, OptionalLong.empty(), Amounts.ofMinor(CurrencyUnit.EUR, 1_210));
        var inclusive = example.price(moving, PricingModel.PER_SEAT, 0, true, List.of(tier));
        assertThat(example.subscribe(moving, inclusive, 1)
                        .subscribe(keeping, example.perSeat(keeping, 100), 1)
                        .obstacles(JUNE))
                .containsExactly(new PricingObstacle.MixedPriceKinds());
    }

    @Test
    void creditsByTheTaxOfTheLineThatItCorrects() {
        example.tax = PricingExample.SPANISH;
        var holding = tenSeats(moving);
        example.tax = PricingExample.UNTAXED;
        var totals = example.change(holding, 14).priced(MID_JUNE).totals();
        assertThat(minor(totals.credits())).isEqualTo(18_150);
        assertThat(minor(totals.charges())).isEqualTo(42_000);
    }

    @Test
    void settlesWhatIsOpenOfTheCorrectedInvoiceBeforeTheCreditPays() {
        var holding = tenSeats(moving);
        example.openInvoices = List.of(invoice(holding, 12_000, false, false));
        var totals = example.change(holding, 14).priced(MID_JUNE).totals();
        assertThat(totals.settlements())
                .extracting(part -> minor(part.amount()))
                .containsExactly(12_000L);
        assertThat(minor(totals.creditAvailable())).isEqualTo(3_000);
        assertThat(minor(totals.amountDue())).isEqualTo(39_000);
        assertThat(totals.carried()).isEmpty();
    }

    @Test
    void collectsOverdueInvoicesWithAnIncreaseOfAPastDueSubscription() {
        var holding = in(Standing.PAST_DUE, tenSeats(keeping));
        var other = new OpenInvoice(new DocumentId(UUID.randomUUID()), "A-1", 5_000, true, false);
        example.openInvoices = List.of(invoice(holding, 30_000, true, false), other);
        var totals = example.change(holding, 14).priced(MID_JUNE).totals();
        // 150.00 of the credit settles the first; what is left of both is collected with the new charge of 210.00
        assertThat(minor(totals.carriedInvoices())).isEqualTo(20_000);
        assertThat(minor(totals.amountDue())).isEqualTo(41_000);

        var reduced = new PricingExample();
        reduced.openInvoices = List.of(other);
        assertThat(reduced.change(holding, 9).priced(MID_JUNE).totals().carried())
                .isEmpty();
    }

    @Test
    void collectsWithAChargeWhatTheNextChargeIsToCollect() {
        example.openInvoices = List.of(new OpenInvoice(new DocumentId(UUID.randomUUID()), "A-1", 30, false, true));
        example.balanceMinor = 1_000;
        var totals = example.change(tenSeats(moving), 14).priced(MID_JUNE).totals();
        assertThat(minor(totals.carriedInvoices())).isEqualTo(30);
        assertThat(minor(totals.balanceApplied())).isEqualTo(1_000);
        assertThat(minor(totals.amountDue())).isEqualTo(27_000 + 30 - 1_000);
    }

    @Test
    void appliesTheBalanceOnceToTheTotalOfMonthlyAndYearlyLines() {
        var yearly = PricingExample.plan(MOVE, Grain.SECOND, BillingInterval.YEAR);
        example.balanceMinor = 300_000;
        var totals = example.change(tenSeats(moving), 14)
                .subscribe(yearly, example.perSeat(yearly, 30_000), 10)
                .priced(MID_JUNE)
                .totals();
        assertThat(minor(totals.balanceApplied())).isEqualTo(300_000);
        assertThat(minor(totals.amountDue())).isEqualTo(27_000);
        assertThat(minor(totals.balanceAdded())).isZero();
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

    @Test
    void answersAmountsBeyondTheLargestWithAnObstacle() {
        var tier = new Tier(1, OptionalLong.empty(), Amounts.ofMinor(CurrencyUnit.EUR, Amounts.MAXIMUM_MINOR));
        var price = example.price(moving, PricingModel.PER_SEAT, 0, false, List.of(tier));
        assertThat(example.subscribe(moving, price, 2).obstacles(JUNE))
                .containsExactly(new PricingObstacle.AmountTooLarge());
    }

    @ParameterizedTest
    @CsvSource({"JPY, 1000, 14, 5000, 14000", "KWD, 1001, 14, 5005, 14014", "EUR, 333, 7, 1665, 2331"})
    void roundsToTheDigitsOfTheCurrency(String currency, long unit, long seats, long credit, long charge) {
        example.currency = CurrencyUnit.of(currency);
        var holding = example.held(moving, example.perSeat(moving, unit), 10, JUNE);
        var change = only(example.change(holding, seats).priced(MID_JUNE));
        assertThat(minor(change.credit().orElseThrow().amount())).isEqualTo(credit);
        assertThat(change.charge().orElseThrow().amount())
                .isEqualTo(Amounts.ofMinor(CurrencyUnit.of(currency), charge));
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

    private Holding tenSeats(Plan plan) {
        return example.held(plan, example.perSeat(plan, 3_000), 10, JUNE);
    }

    private static Holding in(Standing standing, Holding holding) {
        return new Holding(
                holding.id(),
                standing,
                holding.plan(),
                holding.seats(),
                holding.cycle(),
                holding.period(),
                holding.live(),
                holding.discounts(),
                holding.changeScheduled());
    }

    private static OpenInvoice invoice(Holding holding, long open, boolean overdue, boolean withNextCharge) {
        var invoice = holding.live().invoice().orElseThrow();
        return new OpenInvoice(invoice.documentId(), "A-0", open, overdue, withNextCharge);
    }

    private static Price withDates(Price price, String newFrom, String existingFrom) {
        return new Price(
                price.id(),
                price.planId(),
                price.currency(),
                price.model(),
                price.fixedFee(),
                price.taxInclusive(),
                Instant.parse(newFrom),
                Optional.of(Instant.parse(existingFrom)),
                price.tiers());
    }

    private static PricedChange only(Priced priced) {
        return priced.changes().getFirst();
    }

    private static long minor(Money amount) {
        return Amounts.minor(amount);
    }
}
