package dev.puesto.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long keys hold.
 *
 * @param keepFor for keys under which only seats moved, at least 30 days; where money moved they hold for ever
 */
@ConfigurationProperties("puesto.idempotency")
record IdempotencyProperties(@DefaultValue("35d") Duration keepFor) {
    private static final Duration LEAST = Duration.ofDays(30);

    IdempotencyProperties {
        if (keepFor.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("puesto.idempotency.keep-for is at least 30d");
        }
    }
}
