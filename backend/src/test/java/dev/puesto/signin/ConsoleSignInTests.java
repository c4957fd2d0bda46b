package dev.puesto.signin;

import static dev.puesto.jooq.Tables.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.id.PersonId;
import dev.puesto.jooq.JobDb;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class ConsoleSignInTests {
    private static final String WHO = "{ viewer { __typename name ... on PersonViewer { email locale operator } } }";
    private static final String PASSWORD = "correct horse battery staple";

    @Autowired
    TestApi api;

    @Autowired
    People people;

    @Autowired
    JobDb db;

    private TestBrowser browser;
    private PersonId person;
    private String email;

    @BeforeEach
    void aPersonOpensABrowser() {
        email = "p" + UUID.randomUUID() + "@example.com";
        person = db.sql()
                .insertInto(PERSON)
                .set(PERSON.EMAIL, email)
                .set(PERSON.NAME, "Ada Byron")
                .set(PERSON.LOCALE, "es")
                .set(PERSON.STATUS, "ACTIVE")
                .set(PERSON.CREATED_AT, Instant.now())
                .returningResult(PERSON.ID)
                .fetchSingle()
                .value1();
        people.setPassword(person, PASSWORD);
        browser = new TestBrowser(api.at("/"));
    }

    @Test
    void signsInAndComesBackToTheSamePageWithItsSearch() {
        Answer page = browser.signIn(email, PASSWORD, "/a/x/users?q=an%20a&sort=name");
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(browser.place()).isEqualTo("/a/x/users?q=an%20a&sort=name");
        Answer who = browser.ask(WHO);
        assertThat(who.status()).as(who.body()).isEqualTo(200);
        assertThat(who.text("data.viewer.email")).isEqualTo(email);
        assertThat(who.text("data.viewer.name")).isEqualTo("Ada Byron");
    }
}
