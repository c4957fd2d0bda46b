package dev.puesto.signin;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.puesto.api.PublicAddress;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * What makes an access token valid: RFC 9068 with its type, the exact issuer and audience, and a signature by one of
 * the allowed algorithms with a key that the issuer publishes. No header of a token names a key's address.
 */
@Configuration(proxyBeanMethods = false)
class TokenChecks {
    private static final Set<JWSAlgorithm> EMBEDDED_ALGORITHMS = Set.of(JWSAlgorithm.RS256);
    private static final Set<JWSAlgorithm> EXTERNAL_ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

    @Bean
    @EmbeddedIssuer
    JwtDecoder tokensOfEmbeddedIssuer(SigningKeys keys, PublicAddress address) {
        return decoder(keys, EMBEDDED_ALGORITHMS, address.base(), address.graphQl());
    }

    @Bean
    @ExternalIssuer
    JwtDecoder tokensOfExternalIssuer(
            @Value("${" + ExternalIssuer.ISSUER_URI + "}") String issuer,
            @Value("${spring.security.oauth2.resourceserver.jwt.jwk-set-uri:#{null}}") @Nullable String keysAddress,
            @Value("${spring.security.oauth2.resourceserver.jwt.audiences:#{null}}") @Nullable List<String> audiences,
            PublicAddress address) {
        String audience = audiences == null || audiences.isEmpty() ? address.graphQl() : audiences.getFirst();
        return decoder(PublishedKeys.of(issuer, keysAddress), EXTERNAL_ALGORITHMS, issuer, audience);
    }

    private static JwtDecoder decoder(
            JWKSource<SecurityContext> keys, Set<JWSAlgorithm> algorithms, String issuer, String audience) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
        processor.setJWSTypeVerifier((type, context) -> {});
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(JwtValidators.createAtJwtValidator()
                .issuer(issuer)
                .audience(audience)
                .build());
        return decoder;
    }
}
