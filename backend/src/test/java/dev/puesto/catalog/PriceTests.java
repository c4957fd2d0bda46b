package dev.puesto.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.puesto.id.PlanId;
import dev.puesto.id.PriceId;
import dev.puesto.money.AmountOutOfRange;
import dev.puesto.money.Amounts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTests {

    private static final PlanId PLAN = new PlanId(UUID.randomUUID());

    @ParameterizedTest
    @CsvSource({
        "PER_SEAT, 0, 0",
        "PER_SEAT, 1, 1500",
        "PER_SEAT, 10, 10500",
        "VOLUME, 0, 0",
        "VOLUME, 10, 10500",
        "VOLUME, 11, 9300",
        "VOLUME, 50, 40500",
        "VOLUME, 51, 31100",
        "GRADUATED, 0, 0",
        "GRADUATED, 10, 10500",
        "GRADUATED, 11, 11300",
        "GRADUATED, 50, 42500",
        "GRADUATED, 51, 43100",
        "GRADUATED, 1000000, 600012500"
    })
    void pricesSeatsByItsTiersAndChargesTheFeeOnce(PricingModel model, long seats, long expected) {
        var tiers = model == PricingModel.PER_SEAT ? List.of(tier(1, 0, 1000)) : tiers();
        assertThat(minor(price(model, tiers, 500).of(seats).total())).isEqualTo(expected);
    }

    @Test
    void saysWhatEachTierAdds() {
        var breakdown = price(PricingModel.GRADUATED, tiers(), 500).of(60);
        assertThat(breakdown.tiers())
                .extracting(share -> share.tier().firstSeat(), TierShare::seats, share -> minor(share.amount()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, 10L, 10_000L),
                        org.assertj.core.groups.Tuple.tuple(11L, 40L, 32_000L),
                        org.assertj.core.groups.Tuple.tuple(51L, 10L, 6_000L));
        assertThat(minor(breakdown.fixedFee())).isEqualTo(500);
    }

    @Test
    void isExactForTheLargestPriceTimesTheMostSeats() {
        var price = price(PricingModel.PER_SEAT, List.of(tier(1, 0, 1_000_000_000)), 1_000_000_000_000L);
        assertThat(minor(price.of(1_000_000).total())).isEqualTo(1_001_000_000_000_000L);
    }

    @Test
    void refusesAPriceBeyondTheLargestAmount() {
        var price = price(PricingModel.PER_SEAT, List.of(tier(1, 0, 1_000_000_000)), 0);
        assertThatExceptionOfType(AmountOutOfRange.class).isThrownBy(() -> price.of(10_000_000_000L));
    }

    @Test
    void givesNewSubscriptionsTheLatestVersionAndExistingOnesTheirsUntilItsTurn() {
        var first = version("2025-01-01T00:00:00Z", null);
        var second = version("2026-01-01T00:00:00Z", "2026-07-01T00:00:00Z");
        var history = new PriceHistory(List.of(second, first));
        var march = Instant.parse("2026-03-01T00:00:00Z");
        var july = Instant.parse("2026-07-01T00:00:00Z");

        assertThat(history.forNew(Instant.parse("2024-12-31T23:59:59Z"))).isEmpty();
        assertThat(history.forNew(Instant.parse("2025-12-31T23:59:59Z"))).contains(first);
        assertThat(history.forNew(march)).contains(second);
        assertThat(history.forExisting(first, march)).isEqualTo(first);
        assertThat(history.forExisting(first, july)).isEqualTo(second);
    }

    @Test
    void neverGivesASubscriptionAnOlderVersionThanItHas() {
        var first = version("2025-01-01T00:00:00Z", "2025-01-01T00:00:00Z");
        var second = version("2026-01-01T00:00:00Z", "2026-07-01T00:00:00Z");
        var history = new PriceHistory(List.of(first, second));
        assertThat(history.forExisting(second, Instant.parse("2026-03-01T00:00:00Z")))
                .isEqualTo(second);
    }

    @Test
    void givesAChangeOfPlanTheVersionOfExistingCustomersOrElseTheNewOne() {
        var first = version("2025-01-01T00:00:00Z", "2025-01-01T00:00:00Z");
        var second = version("2026-01-01T00:00:00Z", "2026-07-01T00:00:00Z");
        var march = Instant.parse("2026-03-01T00:00:00Z");
        assertThat(new PriceHistory(List.of(first, second)).forPlanChange(march))
                .contains(first);
        assertThat(new PriceHistory(List.of(second)).forPlanChange(march)).contains(second);
    }

    private static List<Tier> tiers() {
        return List.of(tier(1, 10, 1000), tier(11, 50, 800), tier(51, 0, 600));
    }

    private static Tier tier(long first, long last, long unitMinor) {
        return new Tier(first, last == 0 ? OptionalLong.empty() : OptionalLong.of(last), euros(unitMinor));
    }

    private static Price price(PricingModel model, List<Tier> tiers, long feeMinor) {
        return new Price(
                new PriceId(UUID.randomUUID()),
                PLAN,
                CurrencyUnit.EUR,
                model,
                euros(feeMinor),
                false,
                Instant.EPOCH,
                Optional.empty(),
                tiers);
    }

    private static Price version(String newFrom, String existingFrom) {
        return new Price(
                new PriceId(UUID.randomUUID()),
                PLAN,
                CurrencyUnit.EUR,
                PricingModel.PER_SEAT,
                euros(0),
                false,
                Instant.parse(newFrom),
                Optional.ofNullable(existingFrom).map(Instant::parse),
                List.of(tier(1, 0, 1000)));
    }

    private static Money euros(long minor) {
        return Amounts.ofMinor(CurrencyUnit.EUR, minor);
    }

    private static long minor(Money amount) {
        return Amounts.minor(amount);
    }
}
