package dev.puesto.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events leave the outbox.
 *
 * @param interval how long the dispatcher rests when nothing waits
 * @param batchSize how many events it takes at a time
 * @param firstRetryAfter the pause after the first failure; each further one doubles it
 * @param lastRetryAfter the longest pause between two attempts
 * @param maxAttempts after how many failures an event is given up
 * @param lease for how long a taken event belongs to its dispatcher: longer than any handler needs; one whose dispatcher was
 *     killed waits as long
 * @param keepFor how long a dispatched event is kept
 */
@ConfigurationProperties("puesto.outbox")
record OutboxProperties(
        @DefaultValue("1s") Duration interval,
        @DefaultValue("200") int batchSize,
        @DefaultValue("5s") Duration firstRetryAfter,
        @DefaultValue("1h") Duration lastRetryAfter,
        @DefaultValue("30") int maxAttempts,
        @DefaultValue("20s") Duration lease,
        @DefaultValue("30d") Duration keepFor) {

    /** The pause before an event is handed out again after that many failures. */
    Duration retryAfter(int failures) {
        long doublings = Math.min(failures - 1L, 30);
        Duration pause = firstRetryAfter.multipliedBy(1L << doublings);
        return pause.compareTo(lastRetryAfter) < 0 ? pause : lastRetryAfter;
    }
}
