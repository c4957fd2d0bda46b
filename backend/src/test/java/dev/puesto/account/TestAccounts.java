package dev.puesto.account;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_GRANT;
import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.CONTACT;
import static dev.puesto.jooq.Tables.PERSON;
import static dev.puesto.jooq.Tables.REPRESENTATIVE;

import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.id.AccountId;
import dev.puesto.id.ApiClientId;
import dev.puesto.id.PersonId;
import dev.puesto.id.RepresentativeId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.JobDb;
import dev.puesto.ledger.Ledger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Component;

/** Fresh accounts for tests: each test has its own, so that tests never meet. */
@Component
public class TestAccounts {
    private final JobDb db;

    TestAccounts(JobDb db) {
        this.db = db;
    }

    /** A self-service account in Spain, paying in euros, without users. */
    public AccountId open() {
        return open("EUR", "ES");
    }

    /** A self-service account. */
    public AccountId open(String currency, String country) {
        AccountId account = new AccountId(UUID.randomUUID());
        db.sql()
                .insertInto(ACCOUNT)
                .set(ACCOUNT.ACCOUNT_ID, account)
                .set(ACCOUNT.NAME, "Acme " + account.value())
                .set(ACCOUNT.KIND, "SELF_SERVICE")
                .set(ACCOUNT.CUSTOMER_TYPE, "BUSINESS")
                .set(ACCOUNT.STATUS, "ACTIVE")
                .set(ACCOUNT.CURRENCY, currency)
                .set(ACCOUNT.COUNTRY, country)
                .set(ACCOUNT.TIME_ZONE, "Europe/Madrid")
                .set(ACCOUNT.LOCALE, "es")
                .set(ACCOUNT.ADDRESS_LINE_1, "Calle Mayor 1")
                .set(ACCOUNT.POSTAL_CODE, "28013")
                .set(ACCOUNT.CITY, "Madrid")
                .set(ACCOUNT.BILLING_EMAIL, "billing@example.com")
                .set(ACCOUNT.COLLECTION, "CHARGE")
                .set(ACCOUNT.PAYMENT_TERM_DAYS, 0)
                .set(ACCOUNT.SANDBOX, false)
                .set(ACCOUNT.ACTIVE_USERS, 0L)
                .set(ACCOUNT.DEACTIVATED_USERS, 0L)
                .set(ACCOUNT.LAST_ORDER_NUMBER, 0L)
                .set(ACCOUNT.VERSION, 1L)
                .set(ACCOUNT.CREATED_AT, now())
                .execute();
        db.sql().execute(Ledger.open(account, CurrencyUnit.of(currency)));
        return account;
    }

    /** A representative who reads English, and the account in their care: corporate from now on. */
    public Viewer.Person representative(AccountId account) {
        PersonId person = new PersonId(UUID.randomUUID());
        String email = person.value() + "@vendor.example";
        db.sql()
                .insertInto(PERSON)
                .set(PERSON.ID, person)
                .set(PERSON.EMAIL, email)
                .set(PERSON.NAME, "Ana Prado")
                .set(PERSON.LOCALE, "en")
                .set(PERSON.STATUS, "ACTIVE")
                .set(PERSON.CREATED_AT, now())
                .execute();
        RepresentativeId representative = new RepresentativeId(UUID.randomUUID());
        db.sql()
                .insertInto(REPRESENTATIVE)
                .set(REPRESENTATIVE.ID, representative)
                .set(REPRESENTATIVE.PERSON_ID, person)
                .set(REPRESENTATIVE.NAME, "Ana Prado")
                .set(REPRESENTATIVE.EMAIL, email)
                .set(REPRESENTATIVE.CREATED_AT, now())
                .execute();
        db.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.KIND, "CORPORATE")
                .set(ACCOUNT.REPRESENTATIVE_ID, representative)
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .execute();
        return new Viewer.Person(
                person,
                email,
                false,
                representative,
                EnumSet.allOf(Scope.class),
                EnumSet.of(Scope.ACCOUNTS_READ, Scope.BILLING_READ));
    }

    /** A contact of the account with those roles, as the viewer of a document that needs those scopes. */
    public Viewer.Person contact(AccountId account, String role, Scope... needed) {
        PersonId person = new PersonId(UUID.randomUUID());
        String email = person.value() + "@example.com";
        db.sql()
                .insertInto(PERSON)
                .set(PERSON.ID, person)
                .set(PERSON.EMAIL, email)
                .set(PERSON.NAME, "Lucía Gómez")
                .set(PERSON.LOCALE, "es")
                .set(PERSON.STATUS, "ACTIVE")
                .set(PERSON.CREATED_AT, now())
                .execute();
        db.sql()
                .insertInto(CONTACT)
                .set(CONTACT.ACCOUNT_ID, account)
                .set(CONTACT.PERSON_ID, person)
                .set(CONTACT.NAME, "Lucía Gómez")
                .set(CONTACT.EMAIL, email)
                .set(CONTACT.LOCALE, "es")
                .set(CONTACT.ROLES, new String[] {role})
                .set(CONTACT.CREATED_AT, now())
                .set(CONTACT.VERSION, 1L)
                .execute();
        return new Viewer.Person(
                person, email, false, null, EnumSet.allOf(Scope.class), EnumSet.copyOf(List.of(needed)));
    }

    /** Puts the account on a test clock. */
    public void setClock(AccountId account, Instant at) {
        db.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.SANDBOX, true)
                .set(ACCOUNT.TEST_CLOCK_AT, at)
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .execute();
    }

    /** Active users named {@code User 0000}, {@code User 0001} ..., in that order. */
    public List<UserId> addUsers(AccountId account, int count) {
        UserId[] ids = IntStream.range(0, count)
                .mapToObj(i -> new UserId(UUID.randomUUID()))
                .toArray(UserId[]::new);
        var insert = db.sql()
                .insertInto(
                        ACCOUNT_USER,
                        ACCOUNT_USER.ACCOUNT_ID,
                        ACCOUNT_USER.ID,
                        ACCOUNT_USER.NAME,
                        ACCOUNT_USER.EMAIL,
                        ACCOUNT_USER.EXTERNAL_ID,
                        ACCOUNT_USER.STATUS,
                        ACCOUNT_USER.INVITED_AT,
                        ACCOUNT_USER.VERSION);
        for (int i = 0; i < count; i++) {
            String number = "%04d".formatted(i);
            insert = insert.values(
                    account,
                    ids[i],
                    "User " + number,
                    "User" + number + "@example.com",
                    "ext-" + number,
                    "ACTIVE",
                    now(),
                    1L);
        }
        insert.execute();
        db.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.ACTIVE_USERS, ACCOUNT.ACTIVE_USERS.plus(count))
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .execute();
        return List.of(ids);
    }

    /** Adds a user of that name. */
    public void addUser(AccountId account, String name, String email) {
        db.sql()
                .insertInto(ACCOUNT_USER)
                .set(ACCOUNT_USER.ACCOUNT_ID, account)
                .set(ACCOUNT_USER.NAME, name)
                .set(ACCOUNT_USER.EMAIL, email)
                .set(ACCOUNT_USER.STATUS, "ACTIVE")
                .set(ACCOUNT_USER.INVITED_AT, now())
                .set(ACCOUNT_USER.VERSION, 1L)
                .execute();
        db.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.ACTIVE_USERS, ACCOUNT.ACTIVE_USERS.plus(1))
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .execute();
    }

    /** Grants an API client those scopes on the account. */
    public void grant(AccountId account, ApiClientId client, Scope... scopes) {
        db.sql()
                .insertInto(ACCOUNT_GRANT)
                .set(ACCOUNT_GRANT.ACCOUNT_ID, account)
                .set(ACCOUNT_GRANT.API_CLIENT_ID, client)
                .set(
                        ACCOUNT_GRANT.SCOPES,
                        Arrays.stream(scopes).map(Scope::wireName).toArray(String[]::new))
                .set(ACCOUNT_GRANT.GRANTED_BY, "system")
                .set(ACCOUNT_GRANT.GRANTED_AT, now())
                .execute();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
