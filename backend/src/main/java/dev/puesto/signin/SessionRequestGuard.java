package dev.puesto.signin;

import dev.puesto.api.ErrorCode;
import dev.puesto.api.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpMethod;

/**
 * Keeps other sites from using a browser's session. A request by session that may change something carries a header that
 * only a script of our own origin can set (a foreign one would need a preflight's consent, which nobody gives), and the
 * browser, where it says so, says that the request is of our own origin. The cookie is {@code SameSite=Strict} besides.
 */
final class SessionRequestGuard {
    static final String HEADER = "X-Puesto-CSRF";
    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private SessionRequestGuard() {}

    /** Why the request is not taken by session; empty if it is. */
    static Optional<Refusal> refusal(HttpServletRequest request) {
        boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        String site = request.getHeader(FETCH_SITE);
        boolean ownOrigin = site == null || site.equals("same-origin");
        return reads || ownOrigin && request.getHeader(HEADER) != null
                ? Optional.empty()
                : Optional.of(Refusal.ofKind(ErrorCode.FORBIDDEN, "session", HEADER));
    }
}
