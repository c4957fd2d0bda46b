package dev.puesto.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.puesto.api.PublicAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Tokens of an issuer of the vendor's own, here one that publishes its keys on loopback. */
class ExternalIssuerTests {
    private static final String AUDIENCE = "https://puesto.example/graphql";

    private final AtomicInteger fetched = new AtomicInteger();
    private RSAKey key;
    private HttpServer server;
    private String issuer;
    private JwtDecoder decoder;

    @BeforeEach
    void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
        serve("/realm/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys"}""".formatted(issuer));
        serve("/realm/keys", new JWKSet(key.toPublicJWK()).toString());
        server.start();
        decoder = new TokenChecks()
                .tokensOfExternalIssuer(
                        issuer, null, List.of(AUDIENCE), new PublicAddress(URI.create("https://puesto.example")));
    }

    private void serve(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void takesATokenThatFollowsTheRules() throws JOSEException {
        assertThat(decoder.decode(token("at+jwt", "k1", claims -> {})).getClaimAsString("client_id"))
                .isEqualTo("erp");
    }

    @Test
    void refusesWhatBreaksOneRule() throws JOSEException {
        assertRefused(token("JWT", "k1", claims -> {}));
        assertRefused(token("at+jwt", "k1", claims -> claims.issuer("https://other.example")));
        assertRefused(token("at+jwt", "k1", claims -> claims.issuer(issuer + "/")));
        assertRefused(token("at+jwt", "k1", claims -> claims.audience("https://other.example")));
        assertRefused(token("at+jwt", "k1", claims -> claims.claim("client_id", null)));
        assertRefused(token(
                "at+jwt",
                "k1",
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(3600)))));
        assertRefused(new PlainJWT(claims(claims -> {})).serialize());
        assertRefused(signedByAPublicKeyAsSecret());
    }

    @Test
    void tokensWithUnknownKeysCauseNoFetchEach() throws JOSEException {
        decoder.decode(token("at+jwt", "k1", claims -> {}));
        int before = fetched.get();
        for (int i = 0; i < 100; i++) {
            assertRefused(token("at+jwt", "forged-" + i, claims -> {}));
        }
        assertThat(fetched.get() - before).isLessThanOrEqualTo(4);
    }

    @Test
    void aKeyThatTheIssuerWithdrawsIsForgottenWithinItsTime() throws Exception {
        assertThat(PublishedKeys.KEPT).isLessThanOrEqualTo(Duration.ofMinutes(1));
        JWKSource<SecurityContext> keys = PublishedKeys.of(issuer, null, Duration.ofSeconds(1));
        assertThat(keys.get(selectorOf("k1"), null)).hasSize(1);
        server.removeContext("/realm/keys");
        serve(
                "/realm/keys",
                new JWKSet(new RSAKeyGenerator(2048).keyID("k2").generate().toPublicJWK()).toString());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> keys.get(selectorOf("k1"), null).isEmpty());
        assertThat(keys.get(selectorOf("k2"), null)).hasSize(1);
    }

    private static JWKSelector selectorOf(String keyId) {
        return new JWKSelector(new JWKMatcher.Builder().keyID(keyId).build());
    }

    private void assertRefused(String token) {
        assertThatExceptionOfType(JwtException.class).isThrownBy(() -> decoder.decode(token));
    }

    private String signedByAPublicKeyAsSecret() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID("k1")
                        .build(),
                claims(claims -> {}));
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    private String token(String type, String keyId, Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType(type))
                        .keyID(keyId)
                        .build(),
                claims(change));
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject("erp")
                .jwtID("1")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .claim("client_id", "erp")
                .claim("scope", "accounts:read");
        change.accept(claims);
        return claims.build();
    }
}
