package dev.puesto;

import dev.puesto.db.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * An application on a PostgreSQL of its own, for tests that change what all requests share: its clock can be moved, its
 * tokens last for years, and a client has few points.
 */
public class ApartServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The points that a client has at once; it gets one back each second. */
    public static final int POINTS = 60;

    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    /** Moves its clock forward. */
    public static void pass(Duration time) {
        AHEAD.updateAndGet(time::plus);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase.use(context, Running.POSTGRES, Running.HOME);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "apart",
                        Map.of(
                                "puesto.signin.token-lifetime",
                                "2000d",
                                "puesto.signin.signing-key-lifetime",
                                "90d",
                                "puesto.graphql.points-kept",
                                POINTS,
                                "puesto.graphql.points-per-second",
                                1)));
        ((GenericApplicationContext) context)
                .registerBean("movedClock", Clock.class, MovedClock::new, bean -> bean.setPrimary(true));
    }

    private static final class MovedClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), AHEAD.get());
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(AHEAD.get());
        }
    }

    private static final class Running {
        private static final EmbeddedPostgres POSTGRES = start();
        private static final Path HOME = temporaryHome();

        private static EmbeddedPostgres start() {
            EmbeddedPostgres postgres = EmbeddedPostgres.throwaway(Path.of("target", "postgresql-apart"));
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            return postgres;
        }

        private static Path temporaryHome() {
            try {
                return Files.createTempDirectory(Path.of("target"), "puesto-home-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
