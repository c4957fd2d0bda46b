package dev.puesto.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails leave. The SMTP server itself is {@code spring.mail.*}; without one mails are kept and can be read.
 *
 * @param from address of the sender; its domain ends every Message-ID
 * @param fromName the sender's name beside the address
 * @param interval how long the sender rests when nothing waits
 * @param batchSize how many mails it takes at a time
 * @param lease for how long a taken mail belongs to its sender: longer than a batch can need
 * @param firstRetryAfter the pause after the first failure; each further one doubles it
 * @param lastRetryAfter the longest pause between two attempts
 * @param maxAttempts after how many failures a mail is given up
 */
@ConfigurationProperties("puesto.notification")
record NotificationProperties(
        @DefaultValue("no-reply@puesto.example") String from,
        @DefaultValue("Puesto") String fromName,
        @DefaultValue("2s") Duration interval,
        @DefaultValue("10") int batchSize,
        @DefaultValue("10m") Duration lease,
        @DefaultValue("15s") Duration firstRetryAfter,
        @DefaultValue("1h") Duration lastRetryAfter,
        @DefaultValue("20") int maxAttempts) {

    private static final int MOST_DOUBLINGS = 30;

    /** The pause before a mail is tried again after that many failures. */
    Duration retryAfter(int failures) {
        Duration pause = firstRetryAfter.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return pause.compareTo(lastRetryAfter) < 0 ? pause : lastRetryAfter;
    }

    /** The domain of the sender's address. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
