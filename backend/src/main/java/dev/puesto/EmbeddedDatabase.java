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
        environment.getPropertySources().addFirst(new MapPropertySource("embedded database", settings(postgres)));
    }

    /** The settings by which the application finds a database of ours, each login in its place. */
    static Map<String, Object> settings(EmbeddedPostgres postgres) {
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
