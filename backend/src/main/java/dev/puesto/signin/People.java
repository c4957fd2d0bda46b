package dev.puesto.signin;

import static dev.puesto.jooq.Tables.OPERATOR;
import static dev.puesto.jooq.Tables.PERSON;
import static dev.puesto.jooq.Tables.REPRESENTATIVE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;

import dev.puesto.id.PersonId;
import dev.puesto.jooq.JobDb;
import dev.puesto.jooq.SharedDb;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The people who may sign in, as they are at this moment: one who was deactivated is not found. */
@Component
public class People {
    private static final String ACTIVE = "ACTIVE";
    private static final Field<Boolean> IS_OPERATOR =
            field(exists(selectOne().from(OPERATOR).where(OPERATOR.PERSON_ID.eq(PERSON.ID))));

    private final SharedDb db;
    private final JobDb jobs;

    People(SharedDb db, JobDb jobs) {
        this.db = db;
        this.jobs = jobs;
    }

    /**
     * A person's way in at the embedded issuer.
     *
     * @param passwordHash encoded
     */
    record Credentials(PersonId id, String passwordHash) {

        @Override
        public String toString() {
            return "Credentials of " + id.value();
        }
    }

    /** The person of that id. */
    Optional<Person> find(PersonId id) {
        return find(PERSON.ID.eq(id));
    }

    /** The person with that e-mail address, in upper or lower case. */
    Optional<Person> find(String email) {
        return find(PERSON.EMAIL_KEY.eq(email.toLowerCase(Locale.ROOT)));
    }

    /** The password of the person with that e-mail address; empty if there is none. */
    Optional<Credentials> credentials(String email) {
        return db.sql()
                .select(PERSON.ID, PERSON.PASSWORD_HASH)
                .from(PERSON)
                .where(PERSON.EMAIL_KEY.eq(email.toLowerCase(Locale.ROOT)))
                .and(PERSON.STATUS.eq(ACTIVE))
                .and(PERSON.PASSWORD_HASH.isNotNull())
                .fetchOptional(row -> new Credentials(row.value1(), row.value2()));
    }

    /** Gives the person a password, in place of any other. */
    public void setPassword(PersonId id, String password) {
        jobs.sql()
                .update(PERSON)
                .set(PERSON.PASSWORD_HASH, Passwords.encoder().encode(password))
                .where(PERSON.ID.eq(id))
                .execute();
    }

    /** Remembers the language that the person reads. */
    void setLocale(PersonId id, String locale) {
        jobs.sql()
                .update(PERSON)
                .set(PERSON.LOCALE, locale)
                .where(PERSON.ID.eq(id))
                .execute();
    }

    private Optional<Person> find(Condition who) {
        return db.sql()
                .select(PERSON.ID, PERSON.NAME, PERSON.EMAIL, PERSON.LOCALE, IS_OPERATOR, REPRESENTATIVE.ID)
                .from(PERSON)
                .leftJoin(REPRESENTATIVE)
                .on(REPRESENTATIVE.PERSON_ID.eq(PERSON.ID))
                .where(who)
                .and(PERSON.STATUS.eq(ACTIVE))
                .fetchOptional(People::person);
    }

    private static Person person(Record row) {
        return new Person(
                row.get(PERSON.ID),
                row.get(PERSON.NAME),
                row.get(PERSON.EMAIL),
                row.get(PERSON.LOCALE),
                row.get(IS_OPERATOR),
                row.get(REPRESENTATIVE.ID));
    }
}
