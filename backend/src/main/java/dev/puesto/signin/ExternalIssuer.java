package dev.puesto.signin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** For a bean that is there only when {@value #ISSUER_URI} names an issuer of the vendor's own. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(ExternalIssuer.ISSUER_URI)
@interface ExternalIssuer {
    String ISSUER_URI = "spring.security.oauth2.resourceserver.jwt.issuer-uri";
}
