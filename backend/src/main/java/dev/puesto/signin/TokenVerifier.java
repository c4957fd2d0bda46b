package dev.puesto.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.partner.ApiClient;
import dev.puesto.partner.ApiClients;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * From a bearer token to the viewer. A token's signature and claims are checked now and then and remembered by the
 * token's hash in between, so that no token outlives its issuer's key by much; its expiry and its client's state are
 * checked by every request.
 */
@Component
class TokenVerifier {
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);

    private final JwtDecoder decoder;
    private final ApiClients clients;
    private final Cache<String, Verified> verified;
    private final Clock clock;

    TokenVerifier(JwtDecoder decoder, ApiClients clients, SignInSettings settings, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
        this.clients = clients;
        this.verified = Caffeine.newBuilder()
                .maximumSize(settings.verifiedTokens())
                .expireAfterWrite(REMEMBERED_FOR)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build();
    }

    /**
     * What a token says that no later event changes.
     *
     * @param generation of the client's secret that it was got with; null for a token of an external issuer
     */
    private record Verified(
            String clientId,
            Set<Scope> scopes,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable Long generation) {}

    /** The viewer of a bearer token; throws where the token is not valid or cannot be checked. */
    Authentication authenticate(Authentication authentication) {
        String token = ((BearerTokenAuthenticationToken) authentication).getToken();
        Verified known = verified.get(hash(token), key -> verify(token));
        if (!known.expiresAt.isAfter(clock.instant())) {
            throw new InvalidBearerTokenException("expired");
        }
        return new ViewerAuthentication(viewer(known));
    }

    private Verified verify(String token) {
        Jwt jwt;
        try {
            jwt = decoder.decode(token);
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("invalid", e);
        } catch (JwtException e) {
            throw new AuthenticationServiceException("The issuer's keys cannot be read", e);
        }
        return new Verified(
                jwt.getClaimAsString("client_id"),
                scopes(jwt),
                jwt.getIssuedAt(),
                jwt.getExpiresAt(),
                jwt.getClaim(IssuerSecurity.GENERATION));
    }

    private Viewer viewer(Verified token) {
        ApiClient client = client(token.clientId);
        if (client.revoked() || isBeforeRotation(token, client)) {
            throw new InvalidBearerTokenException("revoked");
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        scopes.addAll(token.scopes);
        scopes.retainAll(client.scopes());
        return new Viewer.ApiClient(client.id(), client.clientId(), scopes, Set.of());
    }

    private ApiClient client(String clientId) {
        try {
            return clients.current(clientId).orElseThrow(() -> new InvalidBearerTokenException("unknown client"));
        } catch (DataAccessException e) {
            throw new AuthenticationServiceException("The database does not answer", e);
        }
    }

    private static boolean isBeforeRotation(Verified token, ApiClient client) {
        return token.generation != null
                ? token.generation != client.generation()
                : token.issuedAt.isBefore(client.tokensValidFrom().truncatedTo(ChronoUnit.SECONDS));
    }

    private static Set<Scope> scopes(Jwt jwt) {
        Object claim = jwt.getClaim("scope");
        List<String> names =
                claim instanceof String text ? List.of(text.split(" ")) : jwt.getClaimAsStringList("scope");
        return Scope.ofWireNames(names == null ? List.of() : names);
    }

    private static String hash(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
