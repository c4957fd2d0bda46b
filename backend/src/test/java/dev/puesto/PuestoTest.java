package dev.puesto;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A test against the whole application on a random port and the test run's one PostgreSQL; a test runs the jobs that it needs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.main.banner-mode=off",
            "db-scheduler.enabled=false",
            "puesto.demo.enabled=false"
        })
@ContextConfiguration(initializers = TestDatabase.class)
public @interface PuestoTest {}
