package dev.puesto.signin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** For a bean that is there only while no external issuer is named. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = ExternalIssuer.ISSUER_URI, matchIfMissing = true, havingValue = "none")
@interface EmbeddedIssuer {}
