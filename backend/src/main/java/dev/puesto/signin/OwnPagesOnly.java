package dev.puesto.signin;

import dev.puesto.api.Refusal;
import dev.puesto.api.Refusals;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what another site asks a browser to do in its session: nobody is signed out by a link. */
final class OwnPagesOnly extends OncePerRequestFilter {
    private final Refusals refusals;

    OwnPagesOnly(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Refusal> refusal = SessionRequestGuard.refusal(request);
        if (refusal.isPresent()) {
            refusals.write(request, response, HttpServletResponse.SC_FORBIDDEN, refusal.get());
        } else {
            chain.doFilter(request, response);
        }
    }
}
