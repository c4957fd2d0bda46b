package dev.puesto.seatquote;

import static dev.puesto.catalog.AnchorPolicy.KEEP;
import static dev.puesto.catalog.AnchorPolicy.MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.catalog.AnchorPolicy;
import dev.puesto.catalog.Plan;
import dev.puesto.catalog.Price;
import dev.puesto.catalog.PricingModel;
import dev.puesto.catalog.Tier;
import dev.puesto.money.Amounts;
import dev.puesto.period.BillingCycle;
import dev.puesto.period.BillingInterval;
import dev.puesto.period.Fraction;
import dev.puesto.period.Grain;
import dev.puesto.period.Period;
import dev.puesto.seatquote.PricingResult.Priced;
import dev.puesto.tax.TaxCalculation;
import dev.puesto.tax.TaxGroup;
import dev.puesto.tax.TaxableCharge;
import dev.puesto.tax.Taxed;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Worked examples that billing systems have published come out to the minor unit. */
class PublishedCasesTests {

    private final PricingExample example = new PricingExample();

    static Stream<PublishedCase> cases() throws IOException {
        try (var file = PublishedCasesTests.class.getResourceAsStream("/proration-cases.json")) {
            var cases = new JsonMapper().readTree(file).get("cases");
            return StreamSupport.stream(cases.spliterator(), false).map(PublishedCase::new).toList().stream();
        }
    }

    record PublishedCase(JsonNode json) {

        String id() {
            return json.get("id").asString();
        }

        JsonNode input() {
            return json.get("input");
        }

        long number(String field) {
            return input().get(field).asLong();
        }

        Map<String, Object> expected() {
            var expected = new TreeMap<String, Object>();
            json.get("expected_minor")
                    .properties()
                    .forEach(entry -> expected.put(
                            entry.getKey(),
                            entry.getValue().isNumber()
                                    ? entry.getValue().asLong()
                                    : entry.getValue().asString()));
            return expected;
        }

        @Override
        public String toString() {
            return id() + ": " + json.get("what").asString();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void comesOutAsPublished(PublishedCase published) {
        currency(published);
        assertThat(new TreeMap<>(computed(published))).isEqualTo(published.expected());
    }

    private void currency(PublishedCase published) {
        var code = published.json().get("currency").asString();
        example.currency = code.equals("USD") ? CurrencyUnit.USD : CurrencyUnit.EUR;
    }

    private Map<String, Object> computed(PublishedCase published) {
        return switch (published.id()) {
            case "STRIPE-1" -> discountedUpgrade(published);
            case "STRIPE-2" -> otherInterval(published);
            case "STRIPE-3" -> halfway();
            case "STRIPE-5" -> wholeQuantities(published);
            case "STRIPE-6" -> balancePays(published);
            case "LAGO-1", "LAGO-2", "LAGO-3", "LAGO-4" -> unitsOfMarch(published);
            case "LAGO-13" -> upgradeInFebruary(published);
            case "KB-1", "KB-2", "KB-3" -> joinedBillDay(published);
            case "KB-7" -> cappedRepair(published);
            case "POLAR-1", "POLAR-2", "POLAR-4" -> seatsOfJune(published);
            case "POLAR-7" -> graduatedWithBase(published);
            case "POLAR-13" -> monthlyToYearly(published);
            case "SLACK-1" -> memberAdded(published);
            case "ZUORA-3" -> partialWeek(published);
            case String other -> throw new AssertionError("nobody computes " + other);
        };
    }

    private Map<String, Object> discountedUpgrade(PublishedCase published) {
        var period = new Period(
                Instant.ofEpochSecond(published.number("period_start")),
                Instant.ofEpochSecond(published.number("period_end")),
                PricingExample.UTC);
        var half = List.of(new Discount(5_000, 0, Instant.EPOCH, Optional.empty()));
        var before = PricingExample.monthly(KEEP);
        var after = PricingExample.monthly(KEEP);
        example.tax = TaxGroup.standard("US", 2_000);
        var cycle = new BillingCycle(period.start(), BillingInterval.MONTH, PricingExample.UTC);
        var holding = example.held(before, example.perSeat(before, 5_000), 1, cycle, period, half);
        var price = example.perSeat(after, 20_000);
        var priced = (Priced) example.change(holding, after, 1, null, price)
                .asOf(Instant.ofEpochSecond(published.number("change_at")));
        var change = priced.changes().getFirst();
        var next = minor(change.renewal().orElseThrow());
        var invoice = TaxCalculation.byGroup(TaxCalculation.charges(
                List.of(new TaxableCharge(example.tax, charge(priced)), new TaxableCharge(example.tax, next)), false));
        var tax = invoice.stream().mapToLong(Taxed::taxMinor).sum()
                - minor(change.credit().orElseThrow().tax());
        var list = minor(price.of(1).total());
        return Map.of(
                "credit",
                -credit(priced),
                "debit",
                charge(priced),
                "next_period",
                list,
                "subtotal",
                charge(priced) - credit(priced) + list,
                "discount",
                list - next,
                "tax",
                tax,
                "total",
                charge(priced) - credit(priced) + next + tax);
    }

    private Map<String, Object> otherInterval(PublishedCase published) {
        var period = new Period(
                Instant.ofEpochSecond(published.number("period_start")),
                Instant.ofEpochSecond(published.number("period_end")),
                PricingExample.UTC);
        var cycle = new BillingCycle(period.start(), BillingInterval.MONTH, PricingExample.UTC);
        var monthly = PricingExample.monthly(MOVE);
        var yearly = PricingExample.plan(MOVE, Grain.SECOND, BillingInterval.YEAR);
        var holding = example.held(monthly, example.perSeat(monthly, 1_000), 1, cycle, period, List.of());
        var priced =
                (Priced) example.change(holding, yearly, 1, null, example.perSeat(yearly, published.number("new_full")))
                        .asOf(Instant.ofEpochSecond(published.number("change_at")));
        return Map.of("credit", -credit(priced), "due", minor(priced.totals().amountDue()));
    }

    private Map<String, Object> halfway() {
        var priced = planChange(1_000, 2_000, Grain.SECOND, "2025-06-01", "2025-06-16T00:00:00Z", KEEP);
        return Map.of("credit", -credit(priced), "debit", charge(priced), "net", net(priced));
    }

    private Map<String, Object> wholeQuantities(PublishedCase published) {
        var lines = published.input().get("lines");
        var priced = planChange(
                -lines.get(1).asLong(),
                lines.get(0).asLong(),
                Grain.SECOND,
                "2025-12-01",
                "2025-12-01T00:00:00Z",
                KEEP);
        return Map.of("net", net(priced));
    }

    private Map<String, Object> balancePays(PublishedCase published) {
        var plan = PricingExample.plan(MOVE, Grain.SECOND, BillingInterval.YEAR);
        example.balanceMinor = published.number("balance_credit");
        var priced = example.subscribe(plan, example.perSeat(plan, published.number("total")), 1)
                .priced("2025-06-01T00:00:00Z");
        return Map.of("due", minor(priced.totals().amountDue()));
    }

    private Map<String, Object> unitsOfMarch(PublishedCase published) {
        var plan = PricingExample.plan(KEEP, Grain.DAY, BillingInterval.MONTH);
        var price = example.perSeat(plan, published.number("unit"));
        var at = published.input().get("change").asString() + "T00:00:00Z";
        var old = published.number("old");
        if (old == 0) {
            var joined = example.held(plan, price, 1, "2024-03-01T00:00:00Z");
            return Map.of(
                    "fee",
                    charge(example.join(plan, price, published.number("new"), joined)
                            .priced(at)));
        }
        var holding = example.held(plan, price, old, "2024-03-01T00:00:00Z");
        return Map.of(
                "fee", net(example.change(holding, published.number("new")).priced(at)));
    }

    private Map<String, Object> upgradeInFebruary(PublishedCase published) {
        var priced = planChange(
                published.number("old"),
                published.number("new"),
                Grain.DAY,
                "2024-02-01",
                "2024-02-12T06:00:00Z",
                KEEP);
        return Map.of("credit", credit(priced), "charge", charge(priced));
    }

    private Map<String, Object> joinedBillDay(PublishedCase published) {
        var plan = PricingExample.plan(KEEP, Grain.DAY, BillingInterval.MONTH);
        var price = example.perSeat(plan, 2_495);
        var joined = example.held(plan, price, 1, published.input().get("prev").asString() + "T00:00:00Z");
        var start = published.input().get("start").asString();
        var priced = example.join(plan, price, 1, joined).priced(start + "T00:00:00Z");
        var end = priced.changes().getFirst().after().orElseThrow().period().endDate();
        assertThat(end).isEqualTo(LocalDate.parse(published.input().get("end").asString()));
        return Map.of("amount", charge(priced));
    }

    private Map<String, Object> cappedRepair(PublishedCase published) {
        var expensive = PricingExample.plan(KEEP, Grain.DAY, BillingInterval.MONTH);
        var cheap = PricingExample.plan(KEEP, Grain.DAY, BillingInterval.MONTH);
        var whole = example.held(
                expensive, example.perSeat(expensive, published.number("item")), 1, "2012-05-01T00:00:00Z");
        var adjusted = new Holding(
                whole.id(),
                whole.standing(),
                whole.plan(),
                whole.seats(),
                whole.cycle(),
                whole.period(),
                adjusted(whole.live(), published.number("adjusted")),
                List.of(),
                false);
        var priced = example.change(adjusted, cheap, 1, null, example.perSeat(cheap, 995))
                .priced("2012-05-02T00:00:00Z");
        assertThat(charge(priced)).isEqualTo(published.number("new_charge"));
        return Map.of(
                "repair",
                -credit(priced),
                "account_credit",
                minor(priced.totals().balanceAdded()));
    }

    private static LiveLine adjusted(LiveLine live, long adjusted) {
        return new LiveLine(
                live.id(),
                live.price(),
                live.seats(),
                live.fullPrice(),
                live.tax(),
                live.chargedNetMinor(),
                live.chargedTaxMinor(),
                adjusted,
                0,
                live.invoice());
    }

    private Map<String, Object> seatsOfJune(PublishedCase published) {
        var plan = PricingExample.monthly(KEEP);
        var holding = example.held(
                plan, example.perSeat(plan, published.number("unit")), published.number("old"), "2025-06-01T00:00:00Z");
        var left = Long.parseLong(published.input().get("remaining").asString().split("/")[0]);
        var at = Instant.parse("2025-07-01T00:00:00Z").minusSeconds(left * 86_400);
        return Map.of(
                "delta", net(example.change(holding, published.number("new")).priced(at.toString())));
    }

    private Map<String, Object> graduatedWithBase(PublishedCase published) {
        var plan = PricingExample.monthly(KEEP);
        var tiers = List.of(tier(1, 50, 0), tier(51, 100, 2_000), tier(101, 200, 1_750), tier(201, 0, 1_500));
        var price = example.price(plan, PricingModel.GRADUATED, published.number("base"), false, tiers);
        var seats = published.input().get("seq");
        return Map.of(
                "recurring_before", minor(price.of(seats.get(0).asLong()).total()),
                "recurring_after", minor(price.of(seats.get(1).asLong()).total()));
    }

    private Tier tier(long first, long last, long unitMinor) {
        return new Tier(
                first,
                last == 0 ? OptionalLong.empty() : OptionalLong.of(last),
                Amounts.ofMinor(example.currency, unitMinor));
    }

    private Map<String, Object> monthlyToYearly(PublishedCase published) {
        var monthly = PricingExample.monthly(MOVE);
        var yearly = PricingExample.plan(MOVE, Grain.SECOND, BillingInterval.YEAR);
        var holding =
                example.held(monthly, example.perSeat(monthly, published.number("old")), 1, "2025-06-01T00:00:00Z");
        var priced = example.change(holding, yearly, 1, null, example.perSeat(yearly, published.number("new")))
                .priced("2025-06-16T00:00:00Z");
        var period = priced.changes().getFirst().after().orElseThrow().period();
        return Map.of(
                "credit", credit(priced),
                "debit", charge(priced),
                "period_start", period.startDate().toString());
    }

    private Map<String, Object> memberAdded(PublishedCase published) {
        var plan = PricingExample.monthly(KEEP);
        var price = example.perSeat(plan, published.number("unit"));
        var joined = example.held(plan, price, 1, "2025-06-01T00:00:00Z");
        return Map.of("charge", charge(example.join(plan, price, 1, joined).priced("2025-06-11T00:00:00Z")));
    }

    private Map<String, Object> partialWeek(PublishedCase published) {
        var part = published.input().get("part").asString().split("/");
        var week = new Fraction(Long.parseLong(part[0]), Long.parseLong(part[1]));
        return Map.of("total", published.number("full") * 10_000 + week.of(10_000));
    }

    /** Further published cases: price before and after, the change of plan at an instant, and its two lines. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // polarsource/polar server/tests/subscription/test_service_prorations.py, test_upgrade_base_cases
        "monthly-basic-to-pro-third-of-month, KEEP, SECOND, MONTH, 10000, MONTH, 30000, 2025-06-01, 2025-06-11, 6667, 20000",
        "monthly-basic-to-pro-february-leap-year, KEEP, SECOND, MONTH, 10000, MONTH, 30000, 2024-02-18, 2024-02-25, 7586, 22759",
        "yearly-basic-to-pro-two-months, KEEP, SECOND, YEAR, 100000, YEAR, 300000, 2024-08-01, 2024-10-01, 83288, 249863",
        "yearly-basic-to-pro-february-leap-year, KEEP, SECOND, YEAR, 100000, YEAR, 300000, 2024-02-18, 2024-09-05, 45355, 136066",
        "yearly-basic-to-pro-february-non-leap-year, KEEP, SECOND, YEAR, 100000, YEAR, 300000, 2023-02-18, 2023-09-05, 45479, 136438",
        "monthly-to-yearly-third-of-month, MOVE, SECOND, MONTH, 10000, YEAR, 100000, 2025-06-01, 2025-06-11, 6667, 100000",
        "monthly-to-yearly-february-leap-year, KEEP, SECOND, MONTH, 10000, YEAR, 100000, 2024-02-18, 2024-02-25, 7586, 100000",
        "yearly-to-monthly-fifth-of-year, MOVE, SECOND, YEAR, 100000, MONTH, 10000, 2025-06-01, 2025-08-13, 80000, 10000",
        "yearly-to-monthly-february-leap-year, KEEP, SECOND, YEAR, 100000, MONTH, 10000, 2024-02-18, 2024-04-19, 83333, 10000",
        // flexprice documentation, "What is Proration?": days 10 and 15 of a month of 30
        "flexprice-monthly-upgrade, KEEP, DAY, MONTH, 5000, MONTH, 10000, 2025-06-01, 2025-06-11, 3333, 6667",
        "flexprice-basic-concept, KEEP, DAY, MONTH, 10000, MONTH, 20000, 2025-06-01, 2025-06-16, 5000, 10000",
        // developer.ariasystems.net, "Proration Effects with Plan Changes": billed on the 15th, changed on 2015-04-27
        "aria-full-proration, KEEP, DAY_30, MONTH, 3000, MONTH, 6000, 2015-04-15, 2015-04-27, 1800, 3600"
    })
    void comesOutAsPublishedElsewhere(
            String name,
            AnchorPolicy anchor,
            Grain grain,
            BillingInterval interval,
            long before,
            BillingInterval newInterval,
            long after,
            LocalDate start,
            LocalDate at,
            long credit,
            long charge) {
        var old = PricingExample.plan(anchor, grain, interval);
        var next = PricingExample.plan(anchor, grain, newInterval);
        var holding = example.held(old, example.perSeat(old, before), 1, start + "T00:00:00Z");
        var priced = example.change(holding, next, 1, null, example.perSeat(next, after))
                .priced(at + "T00:00:00Z");
        assertThat(credit(priced)).as(name).isEqualTo(credit);
        assertThat(charge(priced)).as(name).isEqualTo(charge);
    }

    /** hedgeyedev/Billing-Logic features/billing/proration_for_days.feature: what was used when an account cancels on Mar 15. */
    @ParameterizedTest
    @CsvSource({"2012-03-10, 750", "2012-02-20, 3600"})
    void usesUpThirtiethsOfAMonthAsPublished(LocalDate paidOn, long used) {
        var plan = PricingExample.plan(KEEP, Grain.DAY_30, BillingInterval.MONTH);
        var holding = example.held(plan, example.perSeat(plan, 4_500), 1, paidOn + "T00:00:00Z");
        var priced = example.change(holding, 0).priced("2012-03-15T00:00:00Z");
        assertThat(4_500 - credit(priced)).isEqualTo(used);
    }

    private Priced planChange(long before, long after, Grain grain, String start, String at, AnchorPolicy anchor) {
        Plan old = PricingExample.plan(anchor, grain, BillingInterval.MONTH);
        Plan next = PricingExample.plan(anchor, grain, BillingInterval.MONTH);
        var holding = example.held(old, example.perSeat(old, before), 1, start + "T00:00:00Z");
        Price price = example.perSeat(next, after);
        return example.change(holding, next, 1, null, price).priced(at);
    }

    private static long credit(Priced priced) {
        return minor(priced.changes().getFirst().credit().orElseThrow().amount());
    }

    private static long charge(Priced priced) {
        return minor(priced.changes().getFirst().charge().orElseThrow().amount());
    }

    private static long net(Priced priced) {
        return charge(priced) - credit(priced);
    }

    private static long minor(Money amount) {
        return Amounts.minor(amount);
    }
}
