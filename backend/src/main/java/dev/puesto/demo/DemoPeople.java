package dev.puesto.demo;

import static dev.puesto.jooq.Tables.OPERATOR;
import static dev.puesto.jooq.Tables.PERSON;
import static dev.puesto.jooq.Tables.REPRESENTATIVE;

import dev.puesto.demo.AccountsFile.VendorPerson;
import dev.puesto.id.PersonId;
import dev.puesto.id.RepresentativeId;
import dev.puesto.jooq.tables.records.OperatorRecord;
import dev.puesto.jooq.tables.records.PersonRecord;
import dev.puesto.jooq.tables.records.RepresentativeRecord;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/** The vendor's people: operators and representatives. */
record DemoPeople(List<VendorPerson> operators, List<VendorPerson> representatives, Instant since) {

    /** Inserts the representatives; says how many there are. */
    int loadRepresentatives(DSLContext sql) {
        DemoRows.add(sql, PERSON, persons(representatives));
        DemoRows.add(
                sql,
                REPRESENTATIVE,
                representatives.stream().map(this::representative).toList());
        return representatives.size();
    }

    /** Inserts the operators; says how many there are. */
    int loadOperators(DSLContext sql) {
        DemoRows.add(sql, PERSON, persons(operators));
        DemoRows.add(
                sql,
                OPERATOR,
                operators.stream()
                        .map(operator -> new OperatorRecord(person(operator.email()), since))
                        .toList());
        return operators.size();
    }

    private List<PersonRecord> persons(List<VendorPerson> vendors) {
        return vendors.stream()
                .map(vendor -> person(vendor.name(), vendor.email(), vendor.locale(), since))
                .toList();
    }

    /** The id of the demo's person with that e-mail address. */
    static PersonId person(String email) {
        return new PersonId(DemoIds.of("person", email));
    }

    /** The id of the representative of that code. */
    static RepresentativeId representative(String code) {
        return new RepresentativeId(DemoIds.of("representative", code));
    }

    /** A person's row. */
    static PersonRecord person(String name, String email, String locale, Instant since) {
        return new PersonRecord()
                .with(PERSON.ID, person(email))
                .with(PERSON.EMAIL, email)
                .with(PERSON.NAME, name)
                .with(PERSON.LOCALE, locale)
                .with(PERSON.STATUS, "ACTIVE")
                .with(PERSON.CREATED_AT, since);
    }

    private RepresentativeRecord representative(VendorPerson representative) {
        return new RepresentativeRecord()
                .with(REPRESENTATIVE.ID, representative(representative.code()))
                .with(REPRESENTATIVE.PERSON_ID, person(representative.email()))
                .with(REPRESENTATIVE.NAME, representative.name())
                .with(REPRESENTATIVE.EMAIL, representative.email())
                .with(REPRESENTATIVE.PHONE, representative.phone())
                .with(REPRESENTATIVE.CREATED_AT, since);
    }
}
