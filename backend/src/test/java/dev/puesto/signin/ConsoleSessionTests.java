package dev.puesto.signin;

import static dev.puesto.jooq.Tables.CONSOLE_SESSION;
import static dev.puesto.jooq.Tables.CONSOLE_SESSION_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoApplication;
import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.TestDatabase;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jooq.TableField;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What a session is worth, who may use it, and when it ends. */
@PuestoTest
class ConsoleSessionTests extends ConsoleBrowser {
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
