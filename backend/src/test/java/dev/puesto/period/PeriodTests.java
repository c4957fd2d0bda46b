package dev.puesto.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTests {

    @ParameterizedTest
    @CsvSource({
        "SECOND, 2026-06-01T00:00Z, 2026-07-01T00:00Z, UTC, 2026-06-16T00:00Z, 1296000, 2592000",
        "SECOND, 2026-06-01T00:00Z, 2026-07-01T00:00Z, UTC, 2026-06-01T00:00Z, 2592000, 2592000",
        "SECOND, 2026-06-01T00:00Z, 2026-07-01T00:00Z, UTC, 2026-06-30T23:59:59Z, 1, 2592000",
        // March in Madrid has an hour less, October one more
        "SECOND, 2026-03-01T00:00+01:00, 2026-04-01T00:00+02:00, Europe/Madrid, 2026-03-29T03:00+02:00, 248400, 2674800",
        "SECOND, 2026-10-01T00:00+02:00, 2026-11-01T00:00+01:00, Europe/Madrid, 2026-10-31T00:00+01:00, 86400, 2682000",
        // the day of a change belongs to what is left, whatever the time
        "DAY, 2024-03-01T00:00Z, 2024-04-01T00:00Z, UTC, 2024-03-15T00:00Z, 17, 31",
        "DAY, 2024-03-01T00:00Z, 2024-04-01T00:00Z, UTC, 2024-03-15T23:59:59Z, 17, 31",
        "DAY, 2024-03-01T00:00Z, 2024-04-01T00:00Z, UTC, 2024-03-31T12:00Z, 1, 31",
        "DAY, 2026-06-15T14:00Z, 2026-07-15T14:00Z, UTC, 2026-07-15T10:00Z, 0, 30",
        // dates are the zone's: 23:30 UTC on the 14th is the 15th in Madrid and still the 14th in New York
        "DAY, 2026-03-01T00:00+01:00, 2026-04-01T00:00+02:00, Europe/Madrid, 2026-03-14T23:30Z, 17, 31",
        "DAY, 2026-03-01T00:00-05:00, 2026-04-01T00:00-04:00, America/New_York, 2026-03-14T23:30Z, 18, 31",
        "DAY, 2026-01-01T00:00+14:00, 2026-02-01T00:00+14:00, Pacific/Kiritimati, 2026-01-30T10:00Z, 1, 31",
        "DAY, 2011-12-01T00:00-10:00, 2012-01-01T00:00+14:00, Pacific/Apia, 2011-12-31T00:00+14:00, 1, 31",
        // months of thirty days
        "DAY_30, 2026-01-01T00:00Z, 2026-02-01T00:00Z, UTC, 2026-01-16T00:00Z, 15, 30",
        "DAY_30, 2026-01-01T00:00Z, 2026-02-01T00:00Z, UTC, 2026-01-31T00:00Z, 0, 30",
        "DAY_30, 2026-02-01T00:00Z, 2026-03-01T00:00Z, UTC, 2026-02-28T00:00Z, 3, 30",
        "DAY_30, 2026-01-01T00:00Z, 2027-01-01T00:00Z, UTC, 2026-03-01T00:00Z, 300, 360",
        "DAY_30, 2026-01-01T00:00Z, 2027-01-01T00:00Z, UTC, 2026-03-16T00:00Z, 285, 360",
        "DAY_30, 2026-01-01T00:00Z, 2027-01-01T00:00Z, UTC, 2026-12-31T00:00Z, 0, 360",
        "DAY_30, 2026-01-10T00:00Z, 2027-01-10T00:00Z, UTC, 2026-03-09T00:00Z, 303, 360",
        // a start clamped to February does not shorten March
        "DAY_30, 2026-02-28T00:00Z, 2026-03-31T00:00Z, UTC, 2026-03-28T00:00Z, 2, 30",
        "DAY_30, 2026-01-31T00:00Z, 2027-01-31T00:00Z, UTC, 2026-02-28T00:00Z, 330, 360",
        "DAY_30, 2026-01-31T00:00Z, 2027-01-31T00:00Z, UTC, 2026-03-30T00:00Z, 300, 360"
    })
    void countsWhatIsLeftFromAChange(
            Grain grain,
            OffsetDateTime start,
            OffsetDateTime end,
            ZoneId zone,
            OffsetDateTime at,
            long left,
            long total) {
        var period = new Period(start.toInstant(), end.toInstant(), zone);
        assertThat(period.remaining(at.toInstant(), grain)).isEqualTo(new PeriodShare(grain, left, total));
    }

    @ParameterizedTest
    @CsvSource({
        "SECOND, 2024-03-15T12:00Z, 1425600, 2678400",
        "DAY, 2024-03-15T12:00Z, 16, 31",
        "DAY, 2024-03-01T00:00Z, 30, 31",
        "DAY, 2024-03-31T23:00Z, 0, 31",
        "DAY_30, 2024-03-16T00:00Z, 15, 30"
    })
    void countsTheDayOfACancellationAsUsedWhereDaysCount(Grain grain, OffsetDateTime at, long left, long total) {
        var march = new Period(
                Instant.parse("2024-03-01T00:00:00Z"), Instant.parse("2024-04-01T00:00:00Z"), ZoneId.of("UTC"));
        assertThat(march.remainingAfterCancellation(at.toInstant(), grain))
                .isEqualTo(new PeriodShare(grain, left, total));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01T00:00Z, 2026-08-01T00:00Z, 30",
        "2026-06-11T00:00Z, 2026-06-21T00:00Z, 10",
        "2026-05-01T00:00Z, 2026-06-11T00:00Z, 10",
        "2026-06-21T00:00Z, 2026-09-01T00:00Z, 10",
        "2026-04-01T00:00Z, 2026-05-01T00:00Z, 0",
        "2026-07-01T00:00Z, 2026-08-01T00:00Z, 0"
    })
    void clipsAPartToThePeriod(OffsetDateTime from, OffsetDateTime until, long days) {
        var june = new Period(
                Instant.parse("2026-06-01T00:00:00Z"), Instant.parse("2026-07-01T00:00:00Z"), ZoneId.of("UTC"));
        assertThat(june.part(from.toInstant(), until.toInstant(), Grain.DAY))
                .isEqualTo(new PeriodShare(Grain.DAY, days, 30));
    }

    @Test
    void containsItsStartAndNotItsEnd() {
        var start = Instant.parse("2026-06-01T00:00:00Z");
        var end = Instant.parse("2026-07-01T00:00:00Z");
        var june = new Period(start, end, ZoneId.of("UTC"));
        assertThat(june.contains(start)).isTrue();
        assertThat(june.contains(end.minusNanos(1))).isTrue();
        assertThat(june.contains(end)).isFalse();
        assertThat(june.contains(start.minusNanos(1))).isFalse();
    }

    @Test
    void refusesAPeriodThatEndsBeforeItStarts() {
        var start = Instant.parse("2026-06-01T00:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(start, start, ZoneId.of("UTC")));
    }
}
