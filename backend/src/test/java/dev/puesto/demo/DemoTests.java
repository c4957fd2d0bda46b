package dev.puesto.demo;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_BALANCE;
import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.CHARGE_LINE;
import static dev.puesto.jooq.Tables.DOCUMENT;
import static dev.puesto.jooq.Tables.MAIL;
import static dev.puesto.jooq.Tables.OPERATOR;
import static dev.puesto.jooq.Tables.PERSON;
import static dev.puesto.jooq.Tables.PRICE;
import static dev.puesto.jooq.Tables.PRODUCT;
import static dev.puesto.jooq.Tables.SCHEDULED_CHANGE;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static dev.puesto.jooq.Tables.SUBSCRIPTION_PERIOD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoApplication;
import dev.puesto.TestDatabase;
import dev.puesto.db.EmbeddedPostgres;
import dev.puesto.jooq.JobDb;
import dev.puesto.tax.TaxRates;
import dev.puesto.tax.TaxReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
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
    void knowsWhatEveryCurrencyOfAPriceAndOfATaxIsWorthSinceTheFirstDay() {
        TaxRates rates = application.getBean(TaxReference.class).policy().rates();
        Set<String> currencies =
                db.sql().selectDistinct(PRICE.CURRENCY).from(PRICE).fetchSet(PRICE.CURRENCY);
        rates.countries().values().forEach(country -> currencies.add(country.currency()));
        LocalDate firstDay = LocalDate.now(ZoneOffset.UTC).minusDays(DemoCatalog.DAYS_ON_OFFER - 1L);
        assertThat(currencies)
                .allSatisfy(currency ->
                        assertThat(rates.exchangeRate(currency, firstDay)).isPresent());
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
    void hasSubscriptionsInEveryStateAndAScheduledReduction() {
        assertThat(db.sql()
                        .selectDistinct(SUBSCRIPTION.STATUS)
                        .from(SUBSCRIPTION)
                        .fetchSet(SUBSCRIPTION.STATUS))
                .containsExactlyInAnyOrder("ACTIVE", "TRIALING", "PAST_DUE", "SUSPENDED", "ENDED");
        assertThat(db.sql().fetchCount(SCHEDULED_CHANGE, SCHEDULED_CHANGE.STATE.eq("SCHEDULED")))
                .isOne();
        assertThat(db.sql().fetchCount(SUBSCRIPTION, SUBSCRIPTION.SEATS_ASSIGNED.gt(100L)))
                .isPositive();
    }

    @Test
    void seatsNobodyBeforeTheSeatWasBought() {
        assertThat(db.sql()
                        .selectFrom(CHARGE_LINE)
                        .where(CHARGE_LINE.REPLACED_AT.isNotNull())
                        .fetch())
                .isNotEmpty()
                .allSatisfy(charge -> assertThat(db.sql()
                                .fetchCount(
                                        ASSIGNMENT,
                                        ASSIGNMENT
                                                .ACCOUNT_ID
                                                .eq(charge.getAccountId())
                                                .and(ASSIGNMENT.SUBSCRIPTION_ID.eq(charge.getSubscriptionId()))
                                                .and(ASSIGNMENT.ASSIGNED_AT.lt(charge.getReplacedAt()))))
                        .isLessThanOrEqualTo(charge.getSeats().intValue()));
    }

    @Test
    void tellsOfItsOrdersInDocumentsBalancesAndMailsThatAreNeverSent() {
        assertThat(db.sql().selectDistinct(DOCUMENT.KIND).from(DOCUMENT).fetchSet(DOCUMENT.KIND))
                .containsExactlyInAnyOrder("INVOICE", "CREDIT_NOTE");
        assertThat(db.sql().fetchCount(ACCOUNT_BALANCE, ACCOUNT_BALANCE.CREDIT_MINOR.gt(0L)))
                .isPositive();
        assertThat(db.sql().fetchCount(ACCOUNT_BALANCE, ACCOUNT_BALANCE.GOODWILL_MINOR.gt(0L)))
                .isOne();
        assertThat(db.sql().selectDistinct(MAIL.STATE).from(MAIL).fetchSet(MAIL.STATE))
                .containsExactly("KEPT");
        assertThat(db.sql().fetchCount(MAIL)).isEqualTo(db.sql().fetchCount(ACCOUNT_ORDER));
    }

    @Test
    void leavesNoPeriodOverdueOnTheDayThatItIsLoaded() {
        assertThat(db.sql()
                        .select(SUBSCRIPTION_PERIOD.END_AT)
                        .from(SUBSCRIPTION)
                        .join(SUBSCRIPTION_PERIOD)
                        .on(SUBSCRIPTION_PERIOD.ACCOUNT_ID.eq(SUBSCRIPTION.ACCOUNT_ID))
                        .and(SUBSCRIPTION_PERIOD.ID.eq(SUBSCRIPTION.CURRENT_PERIOD_ID))
                        .fetch(SUBSCRIPTION_PERIOD.END_AT))
                .allMatch(end -> end.isAfter(Instant.now()));
    }

    @Test
    void addsAccountsForMeasurementsThatHoldTheInvariantsToo() throws IOException {
        new ScaleLoader(new DemoProperties(true, 3, 40), db, Clock.systemUTC()).load();
        new ScaleLoader(new DemoProperties(true, 4, 40), db, Clock.systemUTC()).load();
        assertThat(db.sql()
                        .select(ACCOUNT.EXTERNAL_ID)
                        .from(ACCOUNT)
                        .where(ACCOUNT.EXTERNAL_ID.startsWith("scale-"))
                        .fetchSet(ACCOUNT.EXTERNAL_ID))
                .containsExactlyInAnyOrder("scale-0", "scale-1", "scale-2", "scale-3", "scale-4");
        assertThat(db.sql().fetch(Files.readString(INVARIANTS))).isEmpty();
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
    void peopleOfEveryRoleHaveAPasswordThatStays() {
        List<DemoCredentials.DemoPerson> people =
                DemoCredentials.read(home).orElseThrow().people();
        assertThat(people)
                .hasSize(8)
                .allSatisfy(person -> assertThat(person.password()).matches("[a-z2-9]{4}(-[a-z2-9]{4}){2}"));
        assertThat(db.sql().fetchCount(PERSON, PERSON.PASSWORD_HASH.startsWith("{bcrypt}")))
                .isEqualTo(8);
        start().close();
        assertThat(DemoCredentials.read(home).orElseThrow().people()).isEqualTo(people);
    }

    @Test
    void goesOnWhereALoadWasCutShort() throws IOException {
        db.sql().deleteFrom(OPERATOR).execute();
        DemoMark.State cut = application.getBean(DemoMark.class).state();
        assertThat(cut).isInstanceOf(DemoMark.State.Begun.class);
        application.getBean(DemoLoader.class).load();
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
