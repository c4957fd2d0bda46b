package dev.puesto.demo;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.OPERATOR;
import static dev.puesto.jooq.Tables.PRICE;
import static dev.puesto.jooq.Tables.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoApplication;
import dev.puesto.TestDatabase;
import dev.puesto.db.EmbeddedPostgres;
import dev.puesto.jooq.JobDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The first start's demo, on a PostgreSQL of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class DemoTests {
    private static final Path INVARIANTS = Path.of("..", "db", "invariants.sql");

    @TempDir
    static Path home;

    EmbeddedPostgres postgres;
    ConfigurableApplicationContext application;
    JobDb db;

    @BeforeAll
    void startTheFirstTime() {
        postgres = EmbeddedPostgres.throwaway(Path.of("target", "postgresql"));
        application = start();
        db = application.getBean(JobDb.class);
    }

    @AfterAll
    void stop() {
        application.close();
        postgres.close();
    }

    @Test
    void offersFourProductsInFourCurrencies() {
        assertThat(db.sql().select(PRODUCT.SEAT_OTHER_EN).from(PRODUCT).fetchSet(PRODUCT.SEAT_OTHER_EN))
                .containsExactlyInAnyOrder("organizers", "agents", "experts", "attendees");
        assertThat(db.sql().selectDistinct(PRICE.CURRENCY).from(PRICE).fetchSet(PRICE.CURRENCY))
                .containsExactlyInAnyOrder("EUR", "USD", "GBP", "JPY");
        assertThat(db.sql().selectDistinct(PRICE.MODEL).from(PRICE).fetchSet(PRICE.MODEL))
                .containsExactlyInAnyOrder("PER_SEAT", "VOLUME", "GRADUATED");
    }

    @Test
    void hasSelfServiceAndCorporateAccountsWithTheUsersThatTheyCount() {
        assertThat(db.sql().fetchCount(ACCOUNT)).isGreaterThanOrEqualTo(12);
        assertThat(db.sql().selectDistinct(ACCOUNT.KIND).from(ACCOUNT).fetchSet(ACCOUNT.KIND))
                .containsExactlyInAnyOrder("SELF_SERVICE", "CORPORATE");
        db.sql()
                .selectFrom(ACCOUNT)
                .forEach(account -> assertThat(
                                db.sql().fetchCount(ACCOUNT_USER, ACCOUNT_USER.ACCOUNT_ID.eq(account.getAccountId())))
                        .isEqualTo(account.getActiveUsers().intValue()));
    }

    @Test
    void holdsEveryInvariant() throws IOException {
        assertThat(db.sql().fetch(Files.readString(INVARIANTS))).isEmpty();
    }

    @Test
    void keepsItsSecretsForTheOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(DemoCredentials.file(home))))
                .isEqualTo("rw-------");
        assertThat(DemoCredentials.read(home).orElseThrow().clients())
                .extracting(DemoCredentials.DemoClient::clientId)
                .containsExactly("demo-integrator", "demo-signin");
    }

    @Test
    void printsTheSameSecretsAtTheNextStartAndLoadsNothing(CapturedOutput output) {
        List<DemoCredentials.DemoClient> before =
                DemoCredentials.read(home).orElseThrow().clients();
        int accounts = db.sql().fetchCount(ACCOUNT);
        start().close();
        assertThat(DemoCredentials.read(home).orElseThrow().clients()).isEqualTo(before);
        assertThat(output.getOut())
                .contains("demo-integrator", before.getFirst().clientSecret());
        assertThat(db.sql().fetchCount(ACCOUNT)).isEqualTo(accounts);
    }

    @Test
    void goesOnWhereALoadWasCutShort() throws IOException {
        db.sql().deleteFrom(OPERATOR).execute();
        DemoMark.State cut = application.getBean(DemoMark.class).state();
        assertThat(cut).isInstanceOf(DemoMark.State.Begun.class);
        assertThat(application.getBean(DemoLoader.class).load()).isTrue();
        assertThat(application.getBean(DemoMark.class).state()).isEqualTo(new DemoMark.State.Loaded());
        assertThat(db.sql().fetch(Files.readString(INVARIANTS))).isEmpty();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(PuestoApplication.class)
                .web(WebApplicationType.SERVLET)
                .initializers(context -> TestDatabase.use(context, postgres, home))
                .run("--server.port=0", "--management.server.port=0", "--db-scheduler.enabled=false");
    }
}
