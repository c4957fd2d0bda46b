package dev.puesto;

import dev.puesto.db.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The one PostgreSQL of a test run: started by the first test that needs it, stopped when the JVM ends. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        use(context, postgres(), Running.HOME);
    }

    /** Lets an application work on that server and in that folder, as the default start does with its own. */
    public static void use(ConfigurableApplicationContext context, EmbeddedPostgres postgres, Path home) {
        EmbeddedDatabase.use(context.getEnvironment(), postgres);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test home", Map.of("puesto.home", home.toString())));
    }

    /** The server itself, for a test that speaks SQL as one of its logins. */
    public static EmbeddedPostgres postgres() {
        return Running.POSTGRES;
    }

    private static final class Running {

        private static final EmbeddedPostgres POSTGRES = start();

        private static final Path HOME = temporaryHome();

        private static Path temporaryHome() {
            try {
                return Files.createTempDirectory(Path.of("target"), "puesto-home-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static EmbeddedPostgres start() {
            EmbeddedPostgres postgres = EmbeddedPostgres.throwaway(Path.of("target", "postgresql"));
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            return postgres;
        }
    }
}
