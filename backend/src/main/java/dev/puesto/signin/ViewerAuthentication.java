package dev.puesto.signin;

import dev.puesto.access.Viewer;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Tells Spring Security who asks; the token itself is not kept. */
final class ViewerAuthentication extends AbstractAuthenticationToken {
    private final transient Viewer viewer;

    ViewerAuthentication(Viewer viewer) {
        super(List.of());
        this.viewer = viewer;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Viewer getPrincipal() {
        return viewer;
    }

    @Override
    public String getName() {
        return viewer.name();
    }
}
