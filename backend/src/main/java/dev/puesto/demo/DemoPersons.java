package dev.puesto.demo;

import static dev.puesto.jooq.Tables.PERSON;

import dev.puesto.demo.DemoCredentials.DemoPerson;
import dev.puesto.id.PersonId;
import dev.puesto.jooq.JobDb;
import dev.puesto.signin.People;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The demo's people who can sign in to the console, one for each thing that a newcomer tries first. */
@Component
@DemoData
class DemoPersons {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 3;
    private static final int GROUP_LENGTH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final People people;
    private final JobDb db;

    DemoPersons(People people, JobDb db) {
        this.people = people;
        this.db = db;
    }

    /** Somebody of {@code demo/accounts.json}, with what they are there for. */
    private enum Kind {
        BUYER("Lucía García Muñoz", "lucia.garcia@estudio-norte.example", "billing contact and seat admin"),
        BILLING("Friederike Schröder", "friederike.schroeder@hafenlicht.example", "billing contact"),
        CORPORATE("Imogen Fairclough", "imogen.fairclough@liffey-clinics.example", "billing contact, corporate"),
        SEAT_ADMIN("Andrés Ortega Gil", "andres.ortega@estudio-norte.example", "seat admin"),
        READER("Olivia Whitfield", "olivia.whitfield@estudio-norte.example", "reader"),
        TWO_ACCOUNTS("Marta Iglesias Coll", "marta.iglesias@gestoria-iglesias.example", "contact of two accounts"),
        REPRESENTATIVE("Tobias Lindqvist", "tobias.lindqvist@agora.example", "representative"),
        OPERATOR("Vera Salinas", "vera.salinas@agora.example", "operator");

        private final String label;
        private final String email;
        private final String role;

        Kind(String label, String email, String role) {
            this.label = label;
            this.email = email;
            this.role = role;
        }

        private PersonId id() {
            return DemoPeople.person(email);
        }
    }

    /** The people with their passwords: those that the file holds, and new ones where it lost them. */
    List<DemoPerson> provide(List<DemoPerson> known) {
        Set<PersonId> withPassword = db.sql()
                .select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ID.in(Arrays.stream(Kind.values()).map(Kind::id).toList()))
                .and(PERSON.PASSWORD_HASH.isNotNull())
                .fetchSet(PERSON.ID);
        return Arrays.stream(Kind.values())
                .parallel()
                .map(kind -> Optional.of(kind)
                        .filter(one -> withPassword.contains(one.id()))
                        .flatMap(one -> find(known, one))
                        .orElseGet(() -> withNewPassword(kind)))
                .toList();
    }

    private static Optional<DemoPerson> find(List<DemoPerson> known, Kind kind) {
        return known.stream()
                .filter(person -> person.email().equals(kind.email))
                .findAny();
    }

    private DemoPerson withNewPassword(Kind kind) {
        String password = RANDOM.ints((long) GROUPS * GROUP_LENGTH, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(Collectors.joining())
                .replaceAll("(.{" + GROUP_LENGTH + "})(?=.)", "$1-");
        people.setPassword(kind.id(), password);
        return new DemoPerson(kind.role, kind.label, kind.email, password);
    }
}
