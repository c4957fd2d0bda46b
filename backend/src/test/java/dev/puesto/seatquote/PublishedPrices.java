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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How published examples are priced here, each under the names of its results. */
abstract class PublishedPrices {
    final PricingExample example = new PricingExample();

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

    void currency(PublishedCase published) {
        var code = published.json().get("currency").asString();
        example.currency = code.equals("USD") ? CurrencyUnit.USD : CurrencyUnit.EUR;
    }

    Map<String, Object> discountedUpgrade(PublishedCase published) {
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

    Map<String, Object> otherInterval(PublishedCase published) {
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

    Map<String, Object> halfway() {
        var priced = planChange(1_000, 2_000, Grain.SECOND, "2025-06-01", "2025-06-16T00:00:00Z", KEEP);
        return Map.of("credit", -credit(priced), "debit", charge(priced), "net", net(priced));
    }

    Map<String, Object> wholeQuantities(PublishedCase published) {
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

    Map<String, Object> balancePays(PublishedCase published) {
        var plan = PricingExample.plan(MOVE, Grain.SECOND, BillingInterval.YEAR);
        example.balanceMinor = published.number("balance_credit");
        var priced = example.subscribe(plan, example.perSeat(plan, published.number("total")), 1)
                .priced("2025-06-01T00:00:00Z");
        return Map.of("due", minor(priced.totals().amountDue()));
    }

    Map<String, Object> unitsOfMarch(PublishedCase published) {
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

    Map<String, Object> upgradeInFebruary(PublishedCase published) {
        var priced = planChange(
                published.number("old"),
                published.number("new"),
                Grain.DAY,
                "2024-02-01",
                "2024-02-12T06:00:00Z",
                KEEP);
        return Map.of("credit", credit(priced), "charge", charge(priced));
    }

    Map<String, Object> joinedBillDay(PublishedCase published) {
        var plan = PricingExample.plan(KEEP, Grain.DAY, BillingInterval.MONTH);
        var price = example.perSeat(plan, 2_495);
        var joined = example.held(plan, price, 1, published.input().get("prev").asString() + "T00:00:00Z");
        var start = published.input().get("start").asString();
        var priced = example.join(plan, price, 1, joined).priced(start + "T00:00:00Z");
        var end = priced.changes().getFirst().after().orElseThrow().period().endDate();
        assertThat(end).isEqualTo(LocalDate.parse(published.input().get("end").asString()));
        return Map.of("amount", charge(priced));
    }

    Map<String, Object> cappedRepair(PublishedCase published) {
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

    static LiveLine adjusted(LiveLine live, long adjusted) {
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

    Map<String, Object> seatsOfJune(PublishedCase published) {
        var plan = PricingExample.monthly(KEEP);
        var holding = example.held(
                plan, example.perSeat(plan, published.number("unit")), published.number("old"), "2025-06-01T00:00:00Z");
        var left = Long.parseLong(published.input().get("remaining").asString().split("/")[0]);
        var at = Instant.parse("2025-07-01T00:00:00Z").minusSeconds(left * 86_400);
        return Map.of(
                "delta", net(example.change(holding, published.number("new")).priced(at.toString())));
    }

    Map<String, Object> graduatedWithBase(PublishedCase published) {
        var plan = PricingExample.monthly(KEEP);
        var tiers = List.of(tier(1, 50, 0), tier(51, 100, 2_000), tier(101, 200, 1_750), tier(201, 0, 1_500));
        var price = example.price(plan, PricingModel.GRADUATED, published.number("base"), false, tiers);
        var seats = published.input().get("seq");
        return Map.of(
                "recurring_before", minor(price.of(seats.get(0).asLong()).total()),
                "recurring_after", minor(price.of(seats.get(1).asLong()).total()));
    }

    Tier tier(long first, long last, long unitMinor) {
        return new Tier(
                first,
                last == 0 ? OptionalLong.empty() : OptionalLong.of(last),
                Amounts.ofMinor(example.currency, unitMinor));
    }

    Map<String, Object> monthlyToYearly(PublishedCase published) {
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

    Map<String, Object> memberAdded(PublishedCase published) {
        var plan = PricingExample.monthly(KEEP);
        var price = example.perSeat(plan, published.number("unit"));
        var joined = example.held(plan, price, 1, "2025-06-01T00:00:00Z");
        return Map.of("charge", charge(example.join(plan, price, 1, joined).priced("2025-06-11T00:00:00Z")));
    }

    Map<String, Object> partialWeek(PublishedCase published) {
        var part = published.input().get("part").asString().split("/");
        var week = new Fraction(Long.parseLong(part[0]), Long.parseLong(part[1]));
        return Map.of("total", published.number("full") * 10_000 + week.of(10_000));
    }

    Priced planChange(long before, long after, Grain grain, String start, String at, AnchorPolicy anchor) {
        Plan old = PricingExample.plan(anchor, grain, BillingInterval.MONTH);
        Plan next = PricingExample.plan(anchor, grain, BillingInterval.MONTH);
        var holding = example.held(old, example.perSeat(old, before), 1, start + "T00:00:00Z");
        Price price = example.perSeat(next, after);
        return example.change(holding, next, 1, null, price).priced(at);
    }

    static long credit(Priced priced) {
        return minor(priced.changes().getFirst().credit().orElseThrow().amount());
    }

    static long charge(Priced priced) {
        return minor(priced.changes().getFirst().charge().orElseThrow().amount());
    }

    static long net(Priced priced) {
        return charge(priced) - credit(priced);
    }

    static long minor(Money amount) {
        return Amounts.minor(amount);
    }
}
