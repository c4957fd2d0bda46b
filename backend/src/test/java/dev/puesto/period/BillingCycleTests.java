package dev.puesto.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BillingCycleTests {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Madrid"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Pacific/Kiritimati"),
            ZoneId.of("UTC"));

    @ParameterizedTest
    @CsvSource({
        // the month's last day, then the anchor's day again
        "2025-01-31T00:00Z, UTC, MONTH, 1, 2025-02-28T00:00Z",
        "2025-01-31T00:00Z, UTC, MONTH, 2, 2025-03-31T00:00Z",
        "2025-01-31T00:00Z, UTC, MONTH, 3, 2025-04-30T00:00Z",
        "2024-01-31T00:00Z, UTC, MONTH, 1, 2024-02-29T00:00Z",
        "2025-08-31T00:00Z, UTC, MONTH, -6, 2025-02-28T00:00Z",
        // leap days
        "2024-02-29T12:00Z, UTC, YEAR, 1, 2025-02-28T12:00Z",
        "2024-02-29T12:00Z, UTC, YEAR, 4, 2028-02-29T12:00Z",
        "2024-02-29T12:00Z, UTC, MONTH, 12, 2025-02-28T12:00Z",
        // local time is kept over a change of clocks
        "2026-03-15T09:00+01:00, Europe/Madrid, MONTH, 1, 2026-04-15T09:00+02:00",
        "2026-10-15T09:00+02:00, Europe/Madrid, MONTH, 1, 2026-11-15T09:00+01:00",
        // a skipped local time shifts forward, for that period alone
        "2026-02-28T02:30+01:00, Europe/Madrid, MONTH, 1, 2026-03-28T02:30+01:00",
        "2026-01-29T02:30+01:00, Europe/Madrid, MONTH, 2, 2026-03-29T03:30+02:00",
        "2026-01-29T02:30+01:00, Europe/Madrid, MONTH, 3, 2026-04-29T02:30+02:00",
        "2026-02-08T02:30-05:00, America/New_York, MONTH, 1, 2026-03-08T03:30-04:00",
        // a double local time takes the earlier
        "2026-09-25T02:30+02:00, Europe/Madrid, MONTH, 1, 2026-10-25T02:30+02:00",
        "2026-10-01T01:30-04:00, America/New_York, MONTH, 1, 2026-11-01T01:30-04:00",
        // Samoa skipped 30 December 2011 whole
        "2011-11-30T10:00-10:00, Pacific/Apia, MONTH, 1, 2011-12-31T10:00+14:00",
        "2011-11-30T10:00-10:00, Pacific/Apia, MONTH, 2, 2012-01-30T10:00+14:00",
        // the first to see a date
        "2026-01-31T00:00+14:00, Pacific/Kiritimati, MONTH, 1, 2026-02-28T00:00+14:00",
        "2026-12-31T23:59:59+14:00, Pacific/Kiritimati, YEAR, 1, 2027-12-31T23:59:59+14:00"
    })
    void startsThePeriodAtTheAnchorsLocalTime(
            OffsetDateTime anchor, ZoneId zone, BillingInterval interval, int n, OffsetDateTime expected) {
        var cycle = new BillingCycle(anchor.toInstant(), interval, zone);
        assertThat(cycle.start(n)).isEqualTo(expected.toInstant());
    }

    @ParameterizedTest
    @CsvSource({"2026-10-25T02:30+01:00", "2026-10-25T02:30+02:00"})
    void startsPeriodZeroAtTheAnchorItselfInEitherHalfOfADoubleHour(OffsetDateTime anchor) {
        var cycle = new BillingCycle(anchor.toInstant(), BillingInterval.MONTH, ZoneId.of("Europe/Madrid"));
        assertThat(cycle.period(0).start()).isEqualTo(anchor.toInstant());
        assertThat(cycle.periodAt(anchor.toInstant())).isEqualTo(cycle.period(0));
    }

    @ParameterizedTest
    @EnumSource(BillingInterval.class)
    void findsThePeriodThatAnInstantLiesIn(BillingInterval interval) {
        qt().forAll(
                        longs().between(1_262_304_000L, 1_893_456_000L),
                        longs().between(1_262_304_000L, 1_893_456_000L),
                        integers().between(0, ZONES.size() - 1))
                .checkAssert((anchor, at, zone) -> {
                    var cycle = new BillingCycle(Instant.ofEpochSecond(anchor), interval, ZONES.get(zone));
                    assertThat(cycle.periodAt(Instant.ofEpochSecond(at)).contains(Instant.ofEpochSecond(at)))
                            .isTrue();
                });
    }

    @ParameterizedTest
    @EnumSource(BillingInterval.class)
    void leavesNoGapBetweenPeriods(BillingInterval interval) {
        qt().forAll(
                        longs().between(1_262_304_000L, 1_893_456_000L),
                        integers().between(-30, 30),
                        integers().between(0, ZONES.size() - 1))
                .checkAssert((anchor, n, zone) -> {
                    var cycle = new BillingCycle(Instant.ofEpochSecond(anchor), interval, ZONES.get(zone));
                    assertThat(cycle.period(n).end())
                            .isEqualTo(cycle.period(n + 1).start());
                });
    }
}
