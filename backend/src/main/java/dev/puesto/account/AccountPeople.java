package dev.puesto.account;

import static dev.puesto.jooq.Tables.CONTACT;
import static dev.puesto.jooq.Tables.REPRESENTATIVE;
import static org.jooq.impl.DSL.noCondition;

import dev.puesto.access.Role;
import dev.puesto.api.Connection;
import dev.puesto.api.CursorStrategy;
import dev.puesto.api.PageRequest;
import dev.puesto.id.AccountId;
import dev.puesto.id.ContactId;
import dev.puesto.id.RepresentativeId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.SharedDb;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Reads who acts for an account: its contacts, and the vendor's representative. */
@Component
public final class AccountPeople {
    private static final CursorStrategy<UUID> CURSORS = CursorStrategy.byId("contacts");

    private final AccountDb db;
    private final SharedDb shared;

    AccountPeople(AccountDb db, SharedDb shared) {
        this.db = db;
        this.shared = shared;
    }

    /** The representative of that id. */
    public Optional<Representative> representative(RepresentativeId id) {
        return shared.sql()
                .select(REPRESENTATIVE.NAME, REPRESENTATIVE.EMAIL, REPRESENTATIVE.PHONE)
                .from(REPRESENTATIVE)
                .where(REPRESENTATIVE.ID.eq(id))
                .fetchOptional(row -> new Representative(id, row.value1(), row.value2(), row.value3()));
    }

    /** A page of the account's contacts, oldest first. */
    Connection<Contact> contacts(AccountId account, PageRequest page) {
        Condition behind = CURSORS.read(page)
                .map(ContactId::new)
                .map(id -> page.forward() ? CONTACT.ID.gt(id) : CONTACT.ID.lt(id))
                .orElse(noCondition());
        List<Contact> rows = db.one(
                account,
                sql -> sql.select(
                                CONTACT.ACCOUNT_ID,
                                CONTACT.ID,
                                CONTACT.NAME,
                                CONTACT.EMAIL,
                                CONTACT.LOCALE,
                                CONTACT.ROLES,
                                CONTACT.CREATED_AT)
                        .from(CONTACT)
                        .where(CONTACT.ACCOUNT_ID.eq(account))
                        .and(CONTACT.REMOVED_AT.isNull())
                        .and(behind)
                        .orderBy(page.forward() ? CONTACT.ID.asc() : CONTACT.ID.desc())
                        .limit(page.limit())
                        .fetch(AccountPeople::contact));
        return Connection.of(page, rows, CURSORS, contact -> contact.contactId().value(), () -> count(account));
    }

    private long count(AccountId account) {
        return db.one(
                account,
                sql -> sql.fetchCount(CONTACT, CONTACT.ACCOUNT_ID.eq(account).and(CONTACT.REMOVED_AT.isNull())));
    }

    private static Contact contact(Record row) {
        return new Contact(
                row.get(CONTACT.ACCOUNT_ID),
                row.get(CONTACT.ID),
                row.get(CONTACT.NAME),
                row.get(CONTACT.EMAIL),
                row.get(CONTACT.LOCALE),
                Arrays.stream(row.get(CONTACT.ROLES)).map(Role::valueOf).toList(),
                row.get(CONTACT.CREATED_AT));
    }
}
