package dev.puesto.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi.Answer;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the form to a session, and what leads nowhere. */
@PuestoTest
class ConsoleSignInTests extends ConsoleBrowser {
    @Test
    void signsInAndComesBackToTheSamePageWithItsSearch() {
        Answer page = browser.signIn(ada.email(), TestPeople.PASSWORD, "/a/x/users?q=an%20a&sort=name");
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(browser.place()).isEqualTo("/a/x/users?q=an%20a&sort=name");
        Answer who = browser.ask(WHO);
        assertThat(who.status()).as(who.body()).isEqualTo(200);
        assertThat(who.text("data.viewer.email")).isEqualTo(ada.email());
        assertThat(who.text("data.viewer.name")).isEqualTo("Ada Byron");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "/%0d%0aSet-Cookie:x=1\r\nA: b",
                "javascript:alert(1)",
                "/login",
                "/logout?x",
                "/oauth2/authorize",
                ""
            })
    void leadsNowhereButToAPageOfTheConsole(String wanted) {
        browser.signIn(ada.email(), TestPeople.PASSWORD, wanted);
        assertThat(browser.place()).isEqualTo("/");
    }

    @Test
    void emailInOtherLettersSignsInToo() {
        browser.signIn(ada.email().toUpperCase(Locale.ROOT), TestPeople.PASSWORD, "/");
        assertThat(browser.ask(WHO).status()).isEqualTo(200);
    }

    @Test
    void wrongPasswordAndUnknownAddressAreToldInTheSameWords() {
        Answer page = browser.speaking("es").visit("/login");
        assertThat(page.body()).contains("<html lang=\"es\">", "Contraseña");
        Answer wrong = browser.post(page, ada.email(), "x".repeat(200));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body())
                .contains("El correo o la contraseña no son correctos.", "value=\"" + ada.email() + "\"");
        Answer unknown = browser.post(wrong, "nobody@example.com", TestPeople.PASSWORD);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body()).contains("El correo o la contraseña no son correctos.");
        assertThat(browser.submit(unknown, ada.email(), TestPeople.PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void textFromTheFormIsShownAsText() {
        Answer page = browser.visit("/login");
        Answer wrong = browser.post(page, "\"><script>alert(1)</script>\0", "x");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body()).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Test
    void slowsDownWhoTriesPasswords() {
        Answer page = browser.visit("/login");
        for (int i = 0; i < 8; i++) {
            assertThat(browser.post(page, ada.email(), "wrong " + i).status()).isEqualTo(401);
        }
        Answer refused = browser.post(page, ada.email(), TestPeople.PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("120");
        assertThat(refused.body()).contains("Too many attempts");
    }

    @Test
    void formWithoutItsTokenIsNotTaken() {
        browser.visit("/login");
        Answer refused = browser.send(HttpRequest.newBuilder(browser.at(browser.place()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("email=" + TestBrowser.encoded(ada.email()) + "&password="
                        + TestBrowser.encoded(TestPeople.PASSWORD))));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(browser.ask(WHO).status()).isEqualTo(401);
    }

    @Test
    void languageOfThePageIsSwitchedAndKept() {
        browser.visit("/login");
        Answer spanish = browser.visit(browser.place() + "&lang=es");
        assertThat(spanish.body()).contains("Iniciar sesión · Puesto");
        assertThat(browser.visit("/login").body()).contains("Iniciar sesión · Puesto");
        assertThat(cookie("puesto-language").isHttpOnly()).isFalse();
    }

    @Test
    void twoTabsSignInOneAfterTheOther() {
        Answer first = browser.visit("/login?continue=/a/1");
        Answer second = browser.visit("/login?continue=/a/2");
        assertThat(browser.submit(second, ada.email(), TestPeople.PASSWORD).status())
                .isEqualTo(200);
        assertThat(browser.place()).isEqualTo("/a/2");
        assertThat(browser.submit(first, ada.email(), TestPeople.PASSWORD).status())
                .isEqualTo(200);
        assertThat(browser.place()).isEqualTo("/a/1");
    }

    @Test
    void answerThatNobodyWaitsForIsToldWithAWayOn() {
        Answer page = browser.visit("/login/oauth2/code/puesto?code=forged&state=forged");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("href=\"/login?continue=%2F\"");
    }

    @Test
    void codeIsGoodForOneSignInOnly() {
        Answer page = browser.visit("/login");
        Answer authorized = browser.post(page, ada.email(), TestPeople.PASSWORD);
        String callback = browser.get(authorized.header("Location")).header("Location");
        TestBrowser again = browser.copyAt(api.at("/"));
        assertThat(browser.get(callback).status()).isEqualTo(302);
        assertThat(again.get(callback).status()).isEqualTo(403);
    }

    @Test
    void codeWithoutItsProofKeyIsRefused() {
        Answer page = browser.visit("/login");
        String callback = browser.get(
                        browser.post(page, ada.email(), TestPeople.PASSWORD).header("Location"))
                .header("Location");
        browser.cookies().stream()
                .filter(cookie -> cookie.getName().startsWith("puesto-sign-in-"))
                .forEach(cookie -> cookie.setMaxAge(0));
        assertThat(browser.get(callback).status()).isEqualTo(403);
    }

    @Test
    void beginsAtTheInstallationsAddressWhereAnotherNameOfItWasTyped() {
        URI typed = URI.create("http://localhost:" + api.at("/").getPort());
        Answer start = new TestBrowser(typed).get("/login?continue=%2Fa%2Fx%3Fq%3Dan%2520a");
        assertThat(start.status()).isEqualTo(302);
        assertThat(start.response().headers().allValues("Set-Cookie")).isEmpty();
        assertThat(start.header("Location"))
                .isEqualTo("http://127.0.0.1:0/login?sent&continue=%2Fa%2Fx%3Fq%3Dan%2520a");
        Answer sent = new TestBrowser(typed).get("/login?sent&continue=%2Fa%2Fx");
        assertThat(sent.header("Set-Cookie")).startsWith("puesto-sign-in-");
    }

    private HttpCookie cookie(String name) {
        return browser.cookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findAny()
                .orElseThrow();
    }
}
