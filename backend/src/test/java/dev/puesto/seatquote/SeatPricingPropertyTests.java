package dev.puesto.seatquote;

import static dev.puesto.catalog.AnchorPolicy.KEEP;
import static dev.puesto.catalog.AnchorPolicy.MOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.puesto.catalog.AnchorPolicy;
import dev.puesto.catalog.Plan;
import dev.puesto.catalog.Price;
import dev.puesto.catalog.PricingModel;
import dev.puesto.catalog.Tier;
import dev.puesto.money.Amounts;
import dev.puesto.money.Rounding;
import dev.puesto.period.BillingCycle;
import dev.puesto.period.BillingInterval;
import dev.puesto.period.Grain;
import dev.puesto.seatquote.PricingResult.Priced;
import dev.puesto.tax.TaxGroup;
import dev.puesto.tax.Taxed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every change, whatever the plan, the period, the prices and the seats. */
class SeatPricingPropertyTests {
    private static final long CENTS_OF_ROUNDING = 6;
    private static final List<CurrencyUnit> CURRENCIES =
            List.of(CurrencyUnit.EUR, CurrencyUnit.JPY, CurrencyUnit.of("KWD"));
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Madrid"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Pacific/Kiritimati"));

    /** A generated subscription and an instant in its period. */
    private static final class Sample {
        final Random random;
        final PricingExample example = new PricingExample();
        final Plan plan;
        final Holding holding;
        final Instant at;

        Sample(long seed, AnchorPolicy anchor) {
            random = new Random(seed);
            example.currency = anyOf(CURRENCIES);
            example.zone = anyOf(ZONES);
            example.tax = TaxGroup.standard("ES", random.nextInt(2_701));
            var grain = anyOf(List.of(Grain.values()));
            var interval = anyOf(List.of(BillingInterval.values()));
            plan = PricingExample.plan(anchor, grain, interval);
            var start = Instant.ofEpochSecond(1_577_836_800L + random.nextInt(315_360_000));
            var cycle = new BillingCycle(start, interval, example.zone);
            var period = cycle.period(random.nextInt(14));
            holding = example.held(plan, anyPrice(), seats(), cycle, period, discounts(period.start()));
            at = period.start().plusSeconds(random.nextLong(length(period.start(), period.end())));
        }

        static long length(Instant start, Instant end) {
            return end.getEpochSecond() - start.getEpochSecond();
        }

        <T> T anyOf(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }

        long seats() {
            return 1 + random.nextInt(random.nextBoolean() ? 30 : 1_000);
        }

        private Price anyPrice() {
            var model = anyOf(List.of(PricingModel.values()));
            var amounts = random.longs(model == PricingModel.PER_SEAT ? 1 : 3, 0, 100_000)
                    .toArray();
            return example.price(plan, model, random.nextInt(20_000), amounts);
        }

        private List<Discount> discounts(Instant start) {
            return switch (random.nextInt(4)) {
                case 0 -> List.of(new Discount(1 + random.nextInt(10_000), 0, Instant.EPOCH, Optional.empty()));
                case 1 -> List.of(new Discount(0, 1 + random.nextInt(50_000), Instant.EPOCH, Optional.empty()));
                case 2 ->
                    List.of(new Discount(
                            1 + random.nextInt(10_000),
                            0,
                            Instant.EPOCH,
                            Optional.of(start.plusSeconds(1 + random.nextInt(40 * 86_400)))));
                default -> List.of();
            };
        }

        Priced to(Holding held, long seats, Instant instant) {
            var asked = new PricingExample();
            asked.currency = example.currency;
            asked.zone = example.zone;
            asked.tax = example.tax;
            asked.balanceMinor = random.nextInt(100_000);
            return (Priced) asked.change(held, seats).asOf(instant);
        }
    }

    private static void forEach(AnchorPolicy anchor, Consumer<Sample> property) {
        qt().withExamples(400)
                .forAll(longs().between(0, Long.MAX_VALUE / 2))
                .checkAssert(seed -> property.accept(new Sample(seed, anchor)));
    }

    @ParameterizedTest
    @EnumSource(AnchorPolicy.class)
    void linesSumToTheTotal(AnchorPolicy anchor) {
        forEach(anchor, sample -> {
            var priced = sample.to(sample.holding, sample.seats(), sample.at);
            var totals = priced.totals();
            var signed = priced.lines().stream()
                    .mapToLong(line -> line.kind() == LineKind.CREDIT ? -minor(line.gross()) : minor(line.gross()))
                    .sum();
            assertThat(minor(totals.total())).isEqualTo(signed);
            assertThat(totals.chargeTax().stream().mapToLong(Taxed::grossMinor).sum())
                    .isEqualTo(minor(totals.charges()));
            assertThat(minor(totals.amountDue()))
                    .isEqualTo(Math.max(
                            0, minor(totals.charges()) - minor(totals.creditAvailable()) - minor(totals.balance())));
            assertThat(minor(totals.charges()) - minor(totals.credits()))
                    .isEqualTo(
                            minor(totals.amountDue()) + minor(totals.balanceApplied()) - minor(totals.balanceAdded()));
        });
    }

    @ParameterizedTest
    @EnumSource(AnchorPolicy.class)
    void everyLineCanBeComputedAgainFromWhatItSays(AnchorPolicy anchor) {
        forEach(anchor, sample -> {
            for (var line : sample.to(sample.holding, sample.seats(), sample.at).lines()) {
                var rounded =
                        Rounding.round(line.exact().numerator(), line.exact().denominator());
                assertThat(minor(line.rounded())).isEqualTo(rounded);
                assertThat(minor(line.net()) + minor(line.tax())).isEqualTo(minor(line.gross()));
                assertThat(line.list().tiers().stream()
                                        .mapToLong(tier -> minor(tier.amount()))
                                        .sum()
                                + minor(line.list().fixedFee()))
                        .isEqualTo(minor(line.list().total()));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(AnchorPolicy.class)
    void severalChangesAtOneInstantCostWhatTheOneFromFirstToLastCosts(AnchorPolicy anchor) {
        forEach(anchor, sample -> {
            var last = sample.seats();
            var held = sample.holding;
            var net = 0L;
            for (var seats : List.of(sample.seats(), sample.seats(), last)) {
                var change = sample.to(held, seats, sample.at).changes().getFirst();
                net += net(change);
                held = PricingExample.after(held, change);
            }
            var direct = sample.to(sample.holding, last, sample.at).changes().getFirst();
            assertThat(net).isEqualTo(net(direct));
            assertThat(held.period()).isEqualTo(direct.after().orElseThrow().period());
        });
    }

    @Test
    void chargesTheFullDifferenceAtTheStartOfAPeriodThatStays() {
        forEach(KEEP, sample -> {
            var start = sample.holding.period().start();
            var change =
                    sample.to(sample.holding, sample.seats(), start).changes().getFirst();
            var full = change.charge().orElseThrow().fullPrice().rounded();
            assertThat(net(change)).isEqualTo(full - sample.holding.live().chargedNetMinor());
        });
    }

    @ParameterizedTest
    @EnumSource(AnchorPolicy.class)
    void neverCreditsMoreThanWasCharged(AnchorPolicy anchor) {
        forEach(anchor, sample -> {
            var held = sample.holding;
            var at = sample.at;
            for (var i = 0; i < 4 && held.period().contains(at); i++) {
                var change = sample.to(held, sample.seats(), at).changes().getFirst();
                var credit = change.credit().orElseThrow();
                assertThat(minor(credit.net())).isBetween(0L, held.live().chargedNetMinor());
                assertThat(minor(credit.tax())).isBetween(0L, held.live().chargedTaxMinor());
                held = PricingExample.after(held, change);
                at = at.plusSeconds(sample.random.nextInt(500_000));
            }
        });
    }

    @Test
    void chargesEveryStretchOfTimeOnceOverAChainOfMovedPeriods() {
        forEach(MOVE, sample -> {
            var held = sample.holding;
            var at = sample.at;
            var billed = held.live().chargedNetMinor();
            var worth = 0L;
            for (var i = 0; i < 5 && held.period().contains(at); i++) {
                worth += stretch(held, at);
                var change = sample.to(held, sample.seats(), at).changes().getFirst();
                billed += net(change);
                held = PricingExample.after(held, change);
                at = at.plusSeconds(sample.random.nextInt(2_000_000));
            }
            worth += held.live().fullPrice().rounded();
            assertThat(billed).isCloseTo(worth, offset(CENTS_OF_ROUNDING));
        });
    }

    /** What the time from a period's start to an instant is worth by the price that it was charged at. */
    private static long stretch(Holding held, Instant until) {
        var unused = held.period().remaining(until, held.plan().policy().grain());
        return Rounding.share(held.live().fullPrice().rounded(), unused.total() - unused.units(), unused.total());
    }

    @Test
    void isExactAtTheLimits() {
        var plan = PricingExample.plan(MOVE, Grain.SECOND, BillingInterval.YEAR);
        var example = new PricingExample();
        example.tax = TaxGroup.standard("HU", 2_700);
        var tier = new Tier(1, OptionalLong.empty(), Amounts.ofMinor(CurrencyUnit.EUR, 1_000_000_000));
        var price = example.price(plan, PricingModel.PER_SEAT, 1_000_000_000_000L, false, List.of(tier));
        var holding = example.held(plan, price, 1_000_000, "2026-01-01T00:00:00Z");
        var asked = new ArrayList<Money>();
        var priced = example.change(holding, 999_999).priced("2026-07-02T12:00:00Z");
        priced.lines().forEach(line -> asked.add(line.amount()));
        assertThat(asked)
                .extracting(SeatPricingPropertyTests::minor)
                .containsExactly(500_500_000_000_000L, 1_000_999_000_000_000L);
    }

    private static long net(PricedChange change) {
        return change.charge().map(line -> minor(line.amount())).orElse(0L)
                - change.credit().map(line -> minor(line.amount())).orElse(0L);
    }

    private static long minor(Money amount) {
        return Amounts.minor(amount);
    }
}
