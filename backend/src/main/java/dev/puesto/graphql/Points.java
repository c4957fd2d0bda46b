package dev.puesto.graphql;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.puesto.access.Viewer;
import dev.puesto.api.ErrorCode;
import dev.puesto.api.Refusal;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The points that each client may spend: so many come back each second, up to so many are saved up. */
@Component
class Points {
    private static final int CLIENTS_MAX = 100_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final GraphQlSettings settings;
    private final LoadingCache<String, Bucket> buckets;

    Points(GraphQlSettings settings) {
        this.settings = settings;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CLIENTS_MAX)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build(actor -> bucket());
    }

    /** Spends points and returns how many are left; refuses if there are not enough. */
    long spend(Viewer viewer, long points) {
        ConsumptionProbe probe =
                buckets.get(viewer.actor()).tryConsumeAndReturnRemaining(Math.clamp(points, 1, settings.pointsKept()));
        if (!probe.isConsumed()) {
            throw Refusal.of(ErrorCode.RATE_LIMITED, secondsToWait(probe));
        }
        return probe.getRemainingTokens();
    }

    /** Tells a refused client what it may spend and when to come back. */
    void describe(HttpServletResponse response, Refusal refusal) {
        String seconds = String.valueOf(refusal.arguments()[0]);
        long window = Math.max(1, settings.pointsKept() / settings.pointsPerSecond());
        response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
        response.setHeader("RateLimit-Policy", "\"points\";q=" + settings.pointsKept() + ";w=" + window);
        response.setHeader("RateLimit", "\"points\";r=0;t=" + seconds);
    }

    private static long secondsToWait(ConsumptionProbe probe) {
        return Math.max(
                1,
                Math.ceilDiv(
                        probe.getNanosToWaitForRefill(), Duration.ofSeconds(1).toNanos()));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(settings.pointsKept())
                        .refillGreedy(settings.pointsPerSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
