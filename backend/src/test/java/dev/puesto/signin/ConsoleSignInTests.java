package dev.puesto.signin;

import static dev.puesto.jooq.Tables.CONSOLE_SESSION;
import static dev.puesto.jooq.Tables.CONSOLE_SESSION_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoApplication;
import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.TestDatabase;
import dev.puesto.jooq.JobDb;
import dev.puesto.jooq.SharedDb;
import dev.puesto.signin.TestPeople.TestPerson;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jooq.TableField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

@PuestoTest
class ConsoleSignInTests {
    private static final String WHO = "{ viewer { __typename name ... on PersonViewer { email locale operator } } }";

    @Autowired
    TestApi api;

    @Autowired
    TestPeople people;

    @Autowired
    JobDb db;

    @Autowired
    SharedDb shared;

    @Autowired
    JdbcIndexedSessionRepository sessions;

    @Value("${puesto.home}")
    Path home;

    private TestBrowser browser;
    private TestPerson ada;

    @BeforeEach
    void aPersonOpensABrowser() {
        ada = people.person();
        browser = new TestBrowser(api.at("/"));
    }

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
    void sessionAsksForTheHeaderThatNoOtherSiteCanSend() {
        browser.signIn(ada.email(), TestPeople.PASSWORD, "/");
        HttpRequest.Builder without = HttpRequest.newBuilder(browser.at("/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"{ viewer { name } }\"}"));
        Answer refused = browser.send(without);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorCodes()).containsExactly("FORBIDDEN");
        assertThat(refused.text("errors.0.message")).contains("X-Puesto-CSRF");
        assertThat(browser.ask(WHO, "Sec-Fetch-Site", "same-site").status()).isEqualTo(403);
        assertThat(browser.ask(WHO, "Sec-Fetch-Site", "same-origin").status()).isEqualTo(200);
        assertThat(browser.send(HttpRequest.newBuilder(browser.at("/logout")).POST(HttpRequest.BodyPublishers.noBody()))
                        .status())
                .isEqualTo(403);
        assertThat(browser.ask(WHO).status()).isEqualTo(200);
    }

    @Test
    void requestWithATokenNeverReadsTheSession() {
        browser.signIn(ada.email(), TestPeople.PASSWORD, "/");
        TestApi.Client client = api.client();
        Answer byToken = browser.ask(WHO, "Authorization", "Bearer " + client.token());
        assertThat(byToken.text("data.viewer.name")).isEqualTo(client.issued().clientId());
        assertThat(browser.ask(WHO, "Authorization", "Bearer broken").status()).isEqualTo(401);
        assertThat(browser.ask(WHO, "Authorization", "Basic eDp5").status()).isEqualTo(401);
        assertThat(client.post(WHO).text("data.viewer.__typename")).isEqualTo("ApiClientViewer");
    }

    @Test
    void withoutASessionTheApiAnswersAndRedirectsNobody() {
        Answer refused = browser.ask(WHO);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.errorCodes()).containsExactly("UNAUTHENTICATED");
        assertThat(refused.header("Location")).isEmpty();
    }

    @Test
    void deactivatedPersonIsRefusedByTheNextRequestAndSignsInNoMore() {
        browser.signIn(ada.email(), TestPeople.PASSWORD, "/");
        assertThat(browser.ask(WHO).status()).isEqualTo(200);
        people.deactivate(ada);
        assertThat(browser.ask(WHO).status()).isEqualTo(401);
        Answer silently = browser.visit("/login");
        assertThat(silently.status()).isEqualTo(403);
        assertThat(silently.body()).contains("Nobody with this e-mail address is known here");
        TestBrowser other = new TestBrowser(api.at("/"));
        assertThat(other.signIn(ada.email(), TestPeople.PASSWORD, "/").status()).isEqualTo(401);
    }

    @Test
    void signsOutHereAndAtTheIssuer() {
        browser.signIn(ada.email(), TestPeople.PASSWORD, "/");
        TestBrowser stolen = browser.copyAt(api.at("/"));
        Answer out = browser.send(HttpRequest.newBuilder(browser.at("/logout"))
                .header("X-Puesto-CSRF", "1")
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(out.status()).isEqualTo(200);
        assertThat(out.text("location")).contains("/connect/logout?id_token_hint=");
        Answer page = browser.visit(out.text("location"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"password\"");
        assertThat(browser.ask(WHO).status()).isEqualTo(401);
        assertThat(stolen.ask(WHO).status()).isEqualTo(401);
        assertThat(stolen.visit("/login").body()).contains("name=\"password\"");
    }

    @Test
    void signingOutWithoutASessionLeadsToTheSignIn() {
        Answer out = browser.send(HttpRequest.newBuilder(browser.at("/logout"))
                .header("X-Puesto-CSRF", "1")
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(out.text("location")).isEqualTo("/login");
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
    void secondInstanceKnowsTheSession() {
        browser.signIn(ada.email(), TestPeople.PASSWORD, "/");
        try (var other = new SpringApplicationBuilder(PuestoApplication.class)
                .initializers(context -> TestDatabase.use(context, TestDatabase.postgres(), home))
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--db-scheduler.enabled=false",
                        "--puesto.demo.enabled=false")) {
            URI there = URI.create(
                    "http://127.0.0.1:" + other.getEnvironment().getRequiredProperty("local.server.port") + "/");
            assertThat(browser.copyAt(there).ask(WHO).text("data.viewer.email")).isEqualTo(ada.email());
        }
    }

    @Test
    void sessionIsKeptAsJsonWithoutAnythingSecretOfThePerson() {
        browser.signIn(ada.email(), TestPeople.PASSWORD, "/");
        List<byte[]> kept = db.sql()
                .select(CONSOLE_SESSION_ATTRIBUTES.ATTRIBUTE_BYTES)
                .from(CONSOLE_SESSION_ATTRIBUTES)
                .join(CONSOLE_SESSION)
                .on(CONSOLE_SESSION.PRIMARY_ID.eq(CONSOLE_SESSION_ATTRIBUTES.SESSION_PRIMARY_ID))
                .where(CONSOLE_SESSION.PRINCIPAL_NAME.eq(ada.id().value().toString()))
                .fetch(CONSOLE_SESSION_ATTRIBUTES.ATTRIBUTE_BYTES);
        assertThat(kept)
                .hasSize(2)
                .allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                        .startsWith("{")
                        .doesNotContain(ada.email(), "bcrypt"));
    }

    @Test
    void sessionEndsAfterItsTimeAndIsPurged() {
        browser.signIn(ada.email(), TestPeople.PASSWORD, "/");
        ages(CONSOLE_SESSION.EXPIRY_TIME, Duration.ofHours(9));
        ages(CONSOLE_SESSION.LAST_ACCESS_TIME, Duration.ofHours(9));
        assertThat(browser.ask(WHO).status()).isEqualTo(401);
        sessions.cleanUpExpiredSessions();
        assertThat(db.sql().fetchExists(CONSOLE_SESSION, CONSOLE_SESSION.PRINCIPAL_NAME.eq(id())))
                .isFalse();
    }

    @Test
    void sessionInUseEndsAfterAWeekToo() {
        browser.signIn(ada.email(), TestPeople.PASSWORD, "/");
        ages(CONSOLE_SESSION.CREATION_TIME, Duration.ofDays(7).minusHours(1));
        assertThat(browser.ask(WHO).status()).isEqualTo(200);
        ages(CONSOLE_SESSION.CREATION_TIME, Duration.ofHours(2));
        assertThat(browser.ask(WHO).status()).isEqualTo(401);
        assertThat(browser.visit("/login").body()).contains("name=\"password\"");
    }

    @Test
    void useOfASessionIsWrittenOnceAMinute() {
        browser.signIn(ada.email(), TestPeople.PASSWORD, "/");
        browser.ask(WHO);
        long before = lastAccess();
        browser.ask(WHO);
        assertThat(lastAccess()).isEqualTo(before);
        ages(CONSOLE_SESSION.LAST_ACCESS_TIME, Duration.ofMinutes(2));
        browser.ask(WHO);
        assertThat(lastAccess()).isGreaterThanOrEqualTo(before);
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

    @Test
    void cookiesAreForThisSiteAndNoScript() {
        Answer start = browser.get("/login");
        assertThat(start.header("Set-Cookie"))
                .startsWith("puesto-sign-in-")
                .contains("; Path=/", "; Max-Age=600", "; HttpOnly", "; SameSite=Lax");
        Answer page = browser.visit(start.header("Location"));
        Answer signedIn = browser.post(page, ada.email(), TestPeople.PASSWORD);
        assertThat(signedIn.response().headers().allValues("Set-Cookie"))
                .filteredOn(text -> text.startsWith("puesto-session="))
                .singleElement()
                .asString()
                .contains("; Path=/", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Max-Age", "Domain");
    }

    @Test
    void pageHasAStrictPolicy() {
        Answer page = browser.visit("/login");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("script-src", "unsafe");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private HttpCookie cookie(String name) {
        return browser.cookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findAny()
                .orElseThrow();
    }

    private String id() {
        return ada.id().value().toString();
    }

    private long lastAccess() {
        return db.sql()
                .select(CONSOLE_SESSION.LAST_ACCESS_TIME)
                .from(CONSOLE_SESSION)
                .where(CONSOLE_SESSION.PRINCIPAL_NAME.eq(id()))
                .fetchSingle()
                .value1();
    }

    private void ages(TableField<?, Long> time, Duration by) {
        shared.sql()
                .update(CONSOLE_SESSION)
                .set(time, time.minus(by.toMillis()))
                .where(CONSOLE_SESSION.PRINCIPAL_NAME.eq(id()))
                .execute();
    }
}
