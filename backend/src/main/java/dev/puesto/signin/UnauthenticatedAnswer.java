package dev.puesto.signin;

import dev.puesto.api.ErrorCode;
import dev.puesto.api.Refusal;
import dev.puesto.api.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Tells a request without a valid token so: RFC 6750's header, GraphQL's body, our words. */
final class UnauthenticatedAnswer implements AuthenticationEntryPoint {
    private static final Set<String> KINDS = Set.of("expired", "revoked");

    private final BearerTokenAuthenticationEntryPoint standard;
    private final Refusals refusals;

    UnauthenticatedAnswer(BearerTokenAuthenticationEntryPoint standard, Refusals refusals) {
        this.standard = standard;
        this.refusals = refusals;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (cause instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            refusals.write(request, response, 503, Refusal.of(ErrorCode.UNAVAILABLE));
            return;
        }
        standard.commence(request, response, cause);
        refusals.write(request, response, response.getStatus(), refusal(cause));
    }

    private static Refusal refusal(AuthenticationException cause) {
        boolean known = cause instanceof InvalidBearerTokenException && KINDS.contains(cause.getMessage());
        return known
                ? Refusal.ofKind(ErrorCode.UNAUTHENTICATED, cause.getMessage())
                : Refusal.of(ErrorCode.UNAUTHENTICATED);
    }
}
