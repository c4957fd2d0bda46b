package dev.puesto.signin;

import dev.puesto.api.PublicAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Begins a sign-in at the installation's own address. Begun at another name of it, at {@code localhost} where it is called
 * {@code 127.0.0.1}, its cookie would stay behind when the issuer sends the browser back to the own address. A browser is
 * sent there once: a proxy that hides the name that was typed leads to no loop.
 */
final class AtPublicAddress extends OncePerRequestFilter {
    private static final String SENT = "sent";

    private final PublicAddress address;

    AtPublicAddress(PublicAddress address) {
        this.address = address;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ConsoleSignIn.STARTS.matches(request)
                || request.getParameter(SENT) != null
                || request.getServerName().equalsIgnoreCase(address.publicUrl().getHost());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String wanted = UriUtils.encode(PendingSignIns.target(request), StandardCharsets.UTF_8);
        response.sendRedirect(address.at(ConsoleSignIn.START + "?" + SENT + "&continue=" + wanted));
    }
}
