package dev.puesto.signin;

import dev.puesto.TestApi;
import dev.puesto.jooq.JobDb;
import dev.puesto.jooq.SharedDb;
import dev.puesto.signin.TestPeople.TestPerson;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** A person with a browser at the console. */
abstract class ConsoleBrowser {
    static final String WHO = "{ viewer { __typename name ... on PersonViewer { email locale operator } } }";

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

    TestBrowser browser;

    TestPerson ada;

    @BeforeEach
    void aPersonOpensABrowser() {
        ada = people.person();
        browser = new TestBrowser(api.at("/"));
    }

    String id() {
        return ada.id().value().toString();
    }
}
