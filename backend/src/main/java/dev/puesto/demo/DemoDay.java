package dev.puesto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The day on which the demo was loaded; all of its dates are counted from it.
 *
 * @param loadedAt when the load began; a load that goes on keeps the first one's
 */
record DemoDay(Instant loadedAt) {

    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final int WORKING_MINUTES = 8 * 60;
    private static final int STEP = 97;

    /** An instant in the working hours of a day so many days before, another for each number. */
    Instant before(int days, ZoneId zone, int number) {
        return LocalDate.ofInstant(loadedAt, zone)
                .minusDays(days)
                .atTime(OPENING.plusMinutes(number * STEP % WORKING_MINUTES))
                .atZone(zone)
                .toInstant();
    }
}
