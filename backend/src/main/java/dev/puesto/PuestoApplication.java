package dev.puesto;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts Puesto: the embedded PostgreSQL, unless {@code spring.datasource.url} names another, and then the application. */
@Modulithic(sharedModules = {"id", "money", "period", "jooq", "access", "api", "outbox", "idempotency", "audit"})
@SpringBootApplication
@ConfigurationPropertiesScan
public class PuestoApplication {

    public static void main(String[] args) {
        var application = new SpringApplication(PuestoApplication.class);
        application.addInitializers(new EmbeddedDatabase());
        application.run(args);
    }
}
