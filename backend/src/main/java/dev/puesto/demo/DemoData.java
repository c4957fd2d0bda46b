package dev.puesto.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** For a bean that is there only where database and issuer are both our own, and the demo was not switched off. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnBooleanProperty({"puesto.embedded-database", "puesto.demo.enabled"})
@ConditionalOnProperty(
        name = "spring.security.oauth2.resourceserver.jwt.issuer-uri",
        havingValue = "none",
        matchIfMissing = true)
@interface DemoData {}
