package dev.puesto.seatquote;

import dev.puesto.catalog.AnchorPolicy;
import dev.puesto.catalog.DecreasePolicy;
import dev.puesto.catalog.LocalizedText;
import dev.puesto.catalog.Plan;
import dev.puesto.catalog.PlanPolicy;
import dev.puesto.catalog.Price;
import dev.puesto.catalog.PriceHistory;
import dev.puesto.catalog.PricingModel;
import dev.puesto.catalog.Tier;
import dev.puesto.id.ChargeLineId;
import dev.puesto.id.DocumentId;
import dev.puesto.id.DocumentLineId;
import dev.puesto.id.PlanId;
import dev.puesto.id.PriceId;
import dev.puesto.id.ProductId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.money.Amounts;
import dev.puesto.period.BillingCycle;
import dev.puesto.period.BillingInterval;
import dev.puesto.period.Grain;
import dev.puesto.period.Period;
import dev.puesto.seatquote.LiveLine.InvoiceLineRef;
import dev.puesto.seatquote.SeatChange.OfHolding;
import dev.puesto.seatquote.SeatChange.OfNewSubscription;
import dev.puesto.tax.TaxCalculation;
import dev.puesto.tax.TaxGroup;
import dev.puesto.tax.TaxTreatment;
import dev.puesto.tax.TaxableCharge;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/** What pricing is asked in a test, built up from a few words: a plan, what is held, the changes. */
final class PricingExample {
    static final ZoneId UTC = ZoneId.of("UTC");
    static final TaxGroup UNTAXED = TaxGroup.untaxed("US", TaxTreatment.OUTSIDE_SCOPE);
    static final TaxGroup SPANISH = TaxGroup.standard("ES", 2100);
    private static final ProductId PRODUCT = new ProductId(UUID.randomUUID());

    CurrencyUnit currency = CurrencyUnit.EUR;
    ZoneId zone = UTC;
    TaxGroup tax = UNTAXED;
    long balanceMinor;
    List<OpenInvoice> openInvoices = List.of();
    List<SeatChange> changes = new ArrayList<>();

    PricingResult asOf(Instant instant) {
        return SeatPricing.price(
                new PricingInput(currency, instant, zone, tax, balanceMinor, openInvoices, List.copyOf(changes)));
    }

    PricingResult.Priced priced(String instant) {
        return (PricingResult.Priced) asOf(Instant.parse(instant));
    }

    List<PricingObstacle> obstacles(String instant) {
        return ((PricingResult.Unpriced) asOf(Instant.parse(instant))).obstacles();
    }

    PricingExample change(Holding holding, long seats) {
        return change(holding, holding.plan(), seats, null);
    }

    PricingExample change(Holding holding, Plan plan, long seats, Effective effective, Price... prices) {
        var history = prices.length == 0 ? List.of(holding.live().price()) : List.of(prices);
        changes.add(new OfHolding(holding, plan, new PriceHistory(history), seats, Optional.ofNullable(effective)));
        return this;
    }

    PricingExample subscribe(Plan plan, Price price, long seats) {
        changes.add(new OfNewSubscription(
                plan, plan.active(), new PriceHistory(List.of(price)), seats, true, Optional.empty()));
        return this;
    }

    PricingExample join(Plan plan, Price price, long seats, Holding joined) {
        changes.add(new OfNewSubscription(
                plan, plan.active(), new PriceHistory(List.of(price)), seats, true, Optional.of(joined)));
        return this;
    }

    static Plan plan(AnchorPolicy anchor, Grain grain, BillingInterval interval) {
        return plan(anchor, grain, interval, DecreasePolicy.BUYER_CHOOSES, 0);
    }

    static Plan plan(
            AnchorPolicy anchor, Grain grain, BillingInterval interval, DecreasePolicy decrease, int trialDays) {
        return new Plan(
                new PlanId(UUID.randomUUID()),
                PRODUCT,
                "plan",
                new LocalizedText("Plan", "Plan"),
                interval,
                new PlanPolicy(anchor, grain, decrease),
                trialDays,
                1,
                1_000_000,
                true);
    }

    static Plan monthly(AnchorPolicy anchor) {
        return plan(anchor, Grain.SECOND, BillingInterval.MONTH);
    }

    Price perSeat(Plan plan, long unitMinor) {
        return price(plan, PricingModel.PER_SEAT, 0, unitMinor);
    }

    /** A price whose tiers begin at seats 1, 11, 51, 101 and so on, one for each amount. */
    Price price(Plan plan, PricingModel model, long feeMinor, long... unitMinors) {
        long[] first = {1, 11, 51, 101, 201};
        var tiers = new ArrayList<Tier>();
        for (var i = 0; i < unitMinors.length; i++) {
            var last = i + 1 < unitMinors.length ? OptionalLong.of(first[i + 1] - 1) : OptionalLong.empty();
            tiers.add(new Tier(first[i], last, Amounts.ofMinor(currency, unitMinors[i])));
        }
        return price(plan, model, feeMinor, false, tiers);
    }

    Price price(Plan plan, PricingModel model, long feeMinor, boolean taxInclusive, List<Tier> tiers) {
        return new Price(
                new PriceId(UUID.randomUUID()),
                plan.id(),
                currency,
                model,
                Amounts.ofMinor(currency, feeMinor),
                taxInclusive,
                Instant.EPOCH,
                Optional.empty(),
                tiers);
    }

    /** A subscription that was charged for the whole of a period that begins at an instant. */
    Holding held(Plan plan, Price price, long seats, String start) {
        var cycle = new BillingCycle(Instant.parse(start), plan.interval(), zone);
        return held(plan, price, seats, cycle, cycle.period(0), List.of());
    }

    Holding held(Plan plan, Price price, long seats, BillingCycle cycle, Period period, List<Discount> discounts) {
        var full = new LinePricing(new PricingInput(currency, period.start(), zone, tax, 0, List.of(), List.of()))
                .charge(plan, price, seats, period, period.whole(plan.policy().grain()), discounts);
        var taxed = new PricingExample().with(tax).taxOf(full);
        return new Holding(
                new SubscriptionId(UUID.randomUUID()),
                Holding.Standing.ACTIVE,
                plan,
                seats,
                cycle,
                period,
                live(taxed, tax),
                discounts,
                false);
    }

    /** The subscription as a priced change leaves it. */
    static Holding after(Holding before, PricedChange change) {
        var dates = change.after().orElseThrow();
        return new Holding(
                before.id(),
                before.standing(),
                change.plan(),
                change.seats(),
                dates.cycle(),
                dates.period(),
                live(
                        change.charge().orElseThrow(),
                        change.charge().orElseThrow().taxGroup()),
                before.discounts(),
                false);
    }

    static LiveLine live(PricedLine line, TaxGroup tax) {
        return live(line, tax, Amounts.minor(line.net()), Amounts.minor(line.tax()), 0, 0);
    }

    static LiveLine live(
            PricedLine line, TaxGroup tax, long chargedNet, long chargedTax, long creditedNet, long creditedTax) {
        return new LiveLine(
                new ChargeLineId(UUID.randomUUID()),
                line.price(),
                line.seats(),
                line.fullPrice(),
                tax,
                chargedNet,
                chargedTax,
                creditedNet,
                creditedTax,
                Optional.of(
                        new InvoiceLineRef(new DocumentId(UUID.randomUUID()), new DocumentLineId(UUID.randomUUID()))));
    }

    PricingExample with(TaxGroup group) {
        this.tax = group;
        return this;
    }

    private PricedLine taxOf(PricedLine line) {
        return line.taxed(Amounts.ofMinor(
                line.amount().getCurrencyUnit(), taxed(tax, Amounts.minor(line.amount()), line.taxInclusive())));
    }

    private static long taxed(TaxGroup group, long minor, boolean taxInclusive) {
        return TaxCalculation.charges(List.of(new TaxableCharge(group, minor)), taxInclusive)
                .getFirst()
                .taxMinor();
    }
}
