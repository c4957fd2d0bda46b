package dev.puesto;

import dev.puesto.db.DatabaseLogins;
import dev.puesto.db.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Starts the embedded PostgreSQL before anything asks for a database, unless {@code spring.datasource.url} is set. */
class EmbeddedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Nobody shares such an installation with others: one client may ask for all that it can answer. */
    private static final Map<String, Object> MEASURING =
            Map.of("puesto.graphql.points-per-second", 5_000_000, "puesto.graphql.points-kept", 10_000_000);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        PuestoHome home = PuestoHome.held(Path.of(environment.getRequiredProperty("puesto.home")));
        EmbeddedPostgres postgres = EmbeddedPostgres.durable(home.folder().resolve("postgresql"));
        SpringApplication.getShutdownHandlers().add(() -> {
            postgres.close();
            home.release();
        });
        use(environment, postgres);
    }

    /** Lets the application work on a database of ours. */
    static void use(ConfigurableEnvironment environment, EmbeddedPostgres postgres) {
        environment.getPropertySources().addFirst(new MapPropertySource("embedded database", settings(postgres)));
        environment.getPropertySources().addLast(new MapPropertySource("measuring", MEASURING));
    }

    /** The settings by which the application finds a database of ours, each login in its place. */
    private static Map<String, Object> settings(EmbeddedPostgres postgres) {
        DatabaseLogins logins = postgres.logins();
        return Map.of(
                "puesto.embedded-database",
                true,
                "spring.datasource.url",
                postgres.url(),
                "spring.datasource.username",
                DatabaseLogins.APP,
                "spring.datasource.password",
                logins.app(),
                "spring.flyway.user",
                DatabaseLogins.OWNER,
                "spring.flyway.password",
                logins.owner(),
                "puesto.jooq.job-username",
                DatabaseLogins.JOB,
                "puesto.jooq.job-password",
                logins.job());
    }
}
