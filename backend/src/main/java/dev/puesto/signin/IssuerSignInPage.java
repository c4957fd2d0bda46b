package dev.puesto.signin;

import dev.puesto.api.ServerPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where the embedded issuer asks for e-mail address and password. The authorization request that led here stays in the
 * address's query, so that nothing has to be remembered for a person who has not signed in yet.
 */
@Controller
@EmbeddedIssuer
class IssuerSignInPage {
    static final String PATH = "/oauth2/sign-in";
    private static final String AUTHORIZE = "/oauth2/authorize";
    private static final String EMAIL = "email";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String TOO_MANY_SECONDS = "120";

    private final ServerPages pages;

    IssuerSignInPage(ServerPages pages) {
        this.pages = pages;
    }

    /** Lets whoever is not signed in yet fill in this page. */
    void askFor(HttpSecurity http, AuthenticationProvider passwords) throws Exception {
        http.authenticationProvider(passwords)
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                                (request, response, cause) -> response.sendRedirect(PATH + query(request)),
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, AUTHORIZE))
                        .accessDeniedHandler((request, response, cause) -> tellStale(request, response)))
                .formLogin(form -> form.loginPage(PATH)
                        .usernameParameter(EMAIL)
                        .successHandler((request, response, person) -> response.sendRedirect(next(request)))
                        .failureHandler(this::refuse));
    }

    @GetMapping(PATH)
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("client_id") == null) {
            response.sendRedirect(ConsoleSignIn.START);
        } else {
            write(request, response, HttpServletResponse.SC_OK, null);
        }
    }

    /** A form that was open while its browser signed in elsewhere goes on as that person; any other is shown anew. */
    private void tellStale(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            write(request, response, HttpServletResponse.SC_FORBIDDEN, "stale");
        } else {
            response.sendRedirect(next(request));
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        switch (cause) {
            case LockedException tooMany -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, TOO_MANY_SECONDS);
                write(request, response, TOO_MANY_REQUESTS, "tooMany");
            }
            case AuthenticationServiceException outage ->
                write(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "unavailable");
            default -> write(request, response, HttpServletResponse.SC_UNAUTHORIZED, "wrong");
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, int status, @Nullable String problem)
            throws IOException {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("problem", problem);
        model.put(EMAIL, request.getParameter(EMAIL));
        model.put("action", PATH + query(request));
        model.put("csrfName", token.getParameterName());
        model.put("csrfToken", token.getToken());
        pages.write(request, response, status, "sign-in", model);
    }

    private static String next(HttpServletRequest request) {
        return request.getParameter("client_id") == null ? ConsoleSignIn.START : AUTHORIZE + query(request);
    }

    /** The query without the choice of a language, with its question mark. */
    private static String query(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(part -> !part.startsWith("lang="))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
