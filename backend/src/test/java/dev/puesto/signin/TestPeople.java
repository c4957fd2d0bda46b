package dev.puesto.signin;

import static dev.puesto.jooq.Tables.CONTACT;
import static dev.puesto.jooq.Tables.OPERATOR;
import static dev.puesto.jooq.Tables.PERSON;
import static dev.puesto.jooq.Tables.REPRESENTATIVE;

import dev.puesto.access.Role;
import dev.puesto.id.AccountId;
import dev.puesto.id.PersonId;
import dev.puesto.id.RepresentativeId;
import dev.puesto.jooq.JobDb;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Fresh people for tests, who all have the same password. */
@Component
public class TestPeople {
    public static final String PASSWORD = "correct horse battery staple";

    private final People people;
    private final JobDb db;

    TestPeople(People people, JobDb db) {
        this.people = people;
        this.db = db;
    }

    public record TestPerson(PersonId id, String email) {}

    public TestPerson person() {
        String email = "Ada." + UUID.randomUUID() + "@example.com";
        PersonId id = db.sql()
                .insertInto(PERSON)
                .set(PERSON.EMAIL, email)
                .set(PERSON.NAME, "Ada Byron")
                .set(PERSON.LOCALE, "es")
                .set(PERSON.STATUS, "ACTIVE")
                .set(PERSON.CREATED_AT, Instant.now())
                .returningResult(PERSON.ID)
                .fetchSingle()
                .value1();
        people.setPassword(id, PASSWORD);
        return new TestPerson(id, email);
    }

    public TestPerson contact(AccountId account, Role... roles) {
        TestPerson person = person();
        db.sql()
                .insertInto(CONTACT)
                .set(CONTACT.ACCOUNT_ID, account)
                .set(CONTACT.PERSON_ID, person.id)
                .set(CONTACT.NAME, "Ada Byron")
                .set(CONTACT.EMAIL, person.email)
                .set(CONTACT.LOCALE, "es")
                .set(CONTACT.ROLES, Arrays.stream(roles).map(Role::name).toArray(String[]::new))
                .set(CONTACT.CREATED_AT, Instant.now())
                .set(CONTACT.VERSION, 1L)
                .execute();
        return person;
    }

    public TestPerson operator() {
        TestPerson person = person();
        db.sql()
                .insertInto(OPERATOR)
                .set(OPERATOR.PERSON_ID, person.id)
                .set(OPERATOR.CREATED_AT, Instant.now())
                .execute();
        return person;
    }

    public RepresentativeId represents(TestPerson person) {
        return db.sql()
                .insertInto(REPRESENTATIVE)
                .set(REPRESENTATIVE.PERSON_ID, person.id)
                .set(REPRESENTATIVE.NAME, "Ada Byron")
                .set(REPRESENTATIVE.EMAIL, person.email)
                .set(REPRESENTATIVE.CREATED_AT, Instant.now())
                .returningResult(REPRESENTATIVE.ID)
                .fetchSingle()
                .value1();
    }

    void deactivate(TestPerson person) {
        db.sql()
                .update(PERSON)
                .set(PERSON.STATUS, "DEACTIVATED")
                .where(PERSON.ID.eq(person.id))
                .execute();
    }
}
