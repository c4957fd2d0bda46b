package dev.puesto.seatquote;

import static dev.puesto.catalog.AnchorPolicy.MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.catalog.PricingModel;
import dev.puesto.catalog.Tier;
import dev.puesto.id.DocumentId;
import dev.puesto.money.Amounts;
import dev.puesto.period.BillingCycle;
import dev.puesto.period.BillingInterval;
import dev.puesto.period.Grain;
import dev.puesto.seatquote.Holding.Standing;
import dev.puesto.tax.Taxed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lines of a change amount to: discounts, tax, rounding, open invoices, balance. */
class SeatPricingAmountTests extends SeatPricings {
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
        var other = new OpenInvoice(new DocumentId(UUID.randomUUID()), "A-1", 5_000, true, false, null);
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
        example.openInvoices =
                List.of(new OpenInvoice(new DocumentId(UUID.randomUUID()), "A-1", 30, false, true, null));
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

    private static OpenInvoice invoice(Holding holding, long open, boolean overdue, boolean withNextCharge) {
        var invoice = holding.live().invoice().orElseThrow();
        return new OpenInvoice(invoice.documentId(), "A-0", open, overdue, withNextCharge, null);
    }
}
