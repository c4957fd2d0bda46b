package dev.puesto.signin;

import dev.puesto.api.Refusal;
import dev.puesto.api.Refusals;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * From a browser's session to the viewer: the session and the person are read by each request, so that a session that
 * ended and a person who was deactivated are refused at once. A request with any {@code Authorization} is no session's.
 */
final class ViewerOfSession extends OncePerRequestFilter {
    private final SecurityContextRepository sessions;
    private final People people;
    private final Refusals refusals;
    private final UnauthenticatedAnswer unauthenticated;

    ViewerOfSession(
            SecurityContextRepository sessions,
            People people,
            Refusals refusals,
            UnauthenticatedAnswer unauthenticated) {
        this.sessions = sessions;
        this.people = people;
        this.refusals = refusals;
        this.unauthenticated = unauthenticated;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Optional<Person> person = person(request);
            Optional<Refusal> refusal = person.flatMap(known -> SessionRequestGuard.refusal(request));
            if (refusal.isPresent()) {
                refusals.write(request, response, HttpServletResponse.SC_FORBIDDEN, refusal.get());
                return;
            }
            person.ifPresent(known ->
                    SecurityContextHolder.getContext().setAuthentication(new ViewerAuthentication(known.viewer())));
        } catch (DataAccessException | org.springframework.dao.DataAccessException e) {
            unauthenticated.commence(
                    request, response, new AuthenticationServiceException("The database does not answer", e));
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<Person> person(HttpServletRequest request) {
        return SignedInPerson.id(sessions.loadDeferredContext(request).get().getAuthentication())
                .flatMap(people::find);
    }
}
