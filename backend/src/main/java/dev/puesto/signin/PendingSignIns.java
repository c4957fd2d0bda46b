package dev.puesto.signin;

import dev.puesto.access.InstallationSecrets;
import dev.puesto.api.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sign-ins that wait for the issuer's answer: each in a cookie of its own, as encrypted JSON for ten minutes. It is
 * {@code Lax}, so that a browser that comes back from the issuer's site brings it along; two tabs do not get in each
 * other's way.
 */
@Component
class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String SECRET = "pending-sign-in";
    private static final int KEY_BYTES = 32;
    private static final int STATE_IN_NAME = 12;
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String CONTINUE = "continue";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InstallationSecrets secrets;
    private final PublicAddress address;
    private final Clock clock;
    private volatile @Nullable AesGcmBytesEncryptor encryptor;

    PendingSignIns(InstallationSecrets secrets, PublicAddress address, Clock clock) {
        this.secrets = secrets;
        this.address = address;
        this.clock = clock;
    }

    /** What a cookie holds. */
    private record Pending(
            String state,
            String uri,
            String clientId,
            String redirectUri,
            Set<String> scopes,
            Map<String, String> attributes,
            Instant until) {}

    /** Where the sign-in of that request leads in the end. */
    static String target(HttpServletRequest request) {
        Object pending = request.getAttribute(CONTINUE);
        return LocalPath.of(pending == null ? request.getParameter(CONTINUE) : pending.toString());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        var cookie = state == null ? null : WebUtils.getCookie(request, name(state));
        Pending pending = cookie == null ? null : read(cookie.getValue());
        if (pending == null || !pending.state.equals(state) || !pending.until.isAfter(clock.instant())) {
            return null;
        }
        request.setAttribute(CONTINUE, pending.attributes.get(CONTINUE));
        return OAuth2AuthorizationRequest.authorizationCode()
                .state(state)
                .authorizationUri(pending.uri)
                .authorizationRequestUri(pending.uri)
                .clientId(pending.clientId)
                .redirectUri(pending.redirectUri)
                .scopes(pending.scopes)
                .attributes(all -> all.putAll(pending.attributes))
                .build();
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest authorization,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (authorization != null) {
            Map<String, String> attributes = new HashMap<>();
            authorization.getAttributes().forEach((name, value) -> attributes.put(name, value.toString()));
            attributes.put(CONTINUE, LocalPath.of(request.getParameter(CONTINUE)));
            Pending pending = new Pending(
                    authorization.getState(),
                    authorization.getAuthorizationUri(),
                    authorization.getClientId(),
                    authorization.getRedirectUri(),
                    authorization.getScopes(),
                    attributes,
                    clock.instant().plus(LIFETIME));
            set(response, name(pending.state), write(pending), LIFETIME);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest found = loadAuthorizationRequest(request);
        if (found != null) {
            set(response, name(found.getState()), "", Duration.ZERO);
        }
        return found;
    }

    private void set(HttpServletResponse response, String name, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(address.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** The state says which of several; what is no state of ours names no cookie of ours. */
    private String name(String state) {
        String safe = state.replaceAll("[^A-Za-z0-9_-]", "");
        return SignInCookies.name(
                address, "puesto-sign-in-" + safe.substring(0, Math.min(safe.length(), STATE_IN_NAME)));
    }

    private String write(Pending pending) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(encryptor().encrypt(JSON.writeValueAsBytes(pending)));
    }

    private @Nullable Pending read(String text) {
        try {
            return JSON.readValue(encryptor().decrypt(Base64.getUrlDecoder().decode(text)), Pending.class);
        } catch (IllegalArgumentException | IllegalStateException | JacksonException e) {
            return null;
        }
    }

    private AesGcmBytesEncryptor encryptor() {
        AesGcmBytesEncryptor known = encryptor;
        if (known == null) {
            byte[] key = secrets.validOrMade(
                            SECRET,
                            () -> KeyGenerators.secureRandom(KEY_BYTES).generateKey(),
                            clock.instant().truncatedTo(ChronoUnit.SECONDS))
                    .getFirst()
                    .value();
            known = AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(key, "AES"))
                    .build();
            encryptor = known;
        }
        return known;
    }
}
