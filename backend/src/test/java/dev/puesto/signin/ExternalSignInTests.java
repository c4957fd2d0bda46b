package dev.puesto.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.signin.TestPeople.TestPerson;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The console's sign-in at an issuer of the vendor's own. */
@PuestoTest
@DirtiesContext
class ExternalSignInTests {
    private static final TestIssuer ISSUER = new TestIssuer();
    private static final String WHO = "{ viewer { name ... on PersonViewer { email } } }";

    @Autowired
    TestApi api;

    @Autowired
    TestPeople people;

    private TestBrowser browser;
    private TestPerson ada;

    @DynamicPropertySource
    static void useThatIssuer(DynamicPropertyRegistry settings) {
        settings.add(ExternalIssuer.ISSUER_URI, ISSUER::address);
        settings.add("puesto.signin.console.client-id", () -> "console");
        settings.add("puesto.signin.console.client-secret", () -> "secret");
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @BeforeEach
    void aPersonOpensABrowser() {
        ada = people.person();
        browser = new TestBrowser(api.at("/"));
    }

    @Test
    void findsThePersonByTheVerifiedEmailAndComesBackToThePage() {
        ISSUER.signsIn(Map.of("email", ada.email().toLowerCase(Locale.ROOT), "email_verified", true));
        Answer page = browser.visit("/login?continue=/a/x?tab=y");
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(browser.place()).isEqualTo("/a/x?tab=y");
        assertThat(browser.ask(WHO).text("data.viewer.email")).isEqualTo(ada.email());
    }

    @Test
    void refusesAnAddressThatIsNotVerifiedOrNotKnown() {
        ISSUER.signsIn(Map.of("email", ada.email(), "email_verified", false));
        assertThat(browser.visit("/login").status()).isEqualTo(403);
        ISSUER.signsIn(Map.of("email", "nobody@example.com", "email_verified", true));
        Answer page = browser.visit("/login");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("Nobody with this e-mail address is known here");
        assertThat(browser.ask(WHO).status()).isEqualTo(401);
    }

    @Test
    void signsOutAtThatIssuer() {
        ISSUER.signsIn(Map.of("email", ada.email(), "email_verified", true));
        browser.visit("/login");
        Answer out = browser.send(HttpRequest.newBuilder(browser.at("/logout"))
                .header("X-Puesto-CSRF", "1")
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(out.text("location"))
                .startsWith(ISSUER.address() + "/end?id_token_hint=")
                .endsWith("&post_logout_redirect_uri=http://127.0.0.1:0/login");
        assertThat(browser.ask(WHO).status()).isEqualTo(401);
    }

    @Test
    void asksForNoPasswordItself() {
        assertThat(browser.get("/oauth2/sign-in?client_id=puesto-console").status())
                .isEqualTo(404);
        assertThat(browser.get("/oauth2/authorize").status()).isEqualTo(404);
    }
}
