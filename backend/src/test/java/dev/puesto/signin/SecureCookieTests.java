package dev.puesto.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.api.PublicAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

/** What a browser gets where Puesto is reached by TLS. */
class SecureCookieTests {

    @Test
    void sessionCookieIsBoundToTheHost() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SessionConfiguration()
                .sessionCookie(new PublicAddress(URI.create("https://seats.example")))
                .writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "s"));
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-puesto-session=s; ")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict")
                .doesNotContain("Domain");
    }
}
