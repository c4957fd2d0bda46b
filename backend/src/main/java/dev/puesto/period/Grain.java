package dev.puesto.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** What a period is counted in when a part of it is priced. */
public enum Grain {
    /** Whole seconds. */
    SECOND {
        @Override
        long total(Period period) {
            return period.end().getEpochSecond() - period.start().getEpochSecond();
        }

        @Override
        long used(Period period, Instant until) {
            return until.getEpochSecond() - period.start().getEpochSecond();
        }
    },

    /** Dates in the period's zone; the day of a change belongs to the new quantity, the day of a cancellation is used. */
    DAY {
        @Override
        long total(Period period) {
            return ChronoUnit.DAYS.between(period.startDate(), period.endDate());
        }

        @Override
        long used(Period period, Instant until) {
            return ChronoUnit.DAYS.between(period.startDate(), date(period, until));
        }

        @Override
        long usedByCancellation(Period period, Instant at) {
            return Math.min(total(period), used(period, at) + 1);
        }
    },

    /** Months of thirty days: a month's 31st day counts nothing, and February's missing days come with its end. */
    DAY_30 {
        @Override
        long total(Period period) {
            return DAYS_OF_A_MONTH * months(period.startDate(), period.endDate());
        }

        @Override
        long used(Period period, Instant until) {
            var date = date(period, until);
            var months = months(period.startDate(), date);
            if (date.isBefore(afterMonths(period, months))) {
                months--;
            }
            var days = ChronoUnit.DAYS.between(afterMonths(period, months), date);
            return Math.min(total(period), DAYS_OF_A_MONTH * months + Math.min(DAYS_OF_A_MONTH, days));
        }
    };

    private static final long DAYS_OF_A_MONTH = 30;

    /** How many units the period has. */
    abstract long total(Period period);

    /** How many units have gone by when a change comes, at most the total. */
    abstract long used(Period period, Instant until);

    /** How many units a cancellation leaves used. */
    long usedByCancellation(Period period, Instant at) {
        return used(period, at);
    }

    private static LocalDate date(Period period, Instant instant) {
        return LocalDate.ofInstant(instant, period.zone());
    }

    private static long months(LocalDate from, LocalDate until) {
        return ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(until));
    }

    /** Where a month of the period ends; a start that was clamped to a short month's end does not shorten the later ones. */
    private static LocalDate afterMonths(Period period, long months) {
        if (months == 0) {
            return period.startDate();
        }
        var day = Math.max(period.startDate().getDayOfMonth(), period.endDate().getDayOfMonth());
        var month = YearMonth.from(period.startDate()).plusMonths(months);
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
