package dev.puesto.account;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_GRANT;
import static dev.puesto.jooq.Tables.CONTACT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Role;
import dev.puesto.access.Viewer;
import dev.puesto.api.Connection;
import dev.puesto.api.CursorStrategy;
import dev.puesto.api.CursorStrategy.TextAndId;
import dev.puesto.api.Keyset;
import dev.puesto.api.PageRequest;
import dev.puesto.id.AccountId;
import dev.puesto.id.PersonId;
import dev.puesto.jooq.JobDb;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** The job role's statements on accounts: the accounts that a viewer may see, by the viewer's grants. */
@Component
public class AccountLists {
    private static final CursorStrategy<UUID> BY_AGE = CursorStrategy.byId("accounts");
    private static final CursorStrategy<TextAndId> BY_NAME = CursorStrategy.byName("accountsByName");
    private static final int CONTACT_OF_MAX = 100;
    private static final List<Field<?>> COLUMNS = List.of(
            ACCOUNT.ACCOUNT_ID,
            ACCOUNT.NAME,
            ACCOUNT.NAME_KEY,
            ACCOUNT.KIND,
            ACCOUNT.STATUS,
            ACCOUNT.CURRENCY,
            ACCOUNT.COUNTRY,
            ACCOUNT.EXTERNAL_ID,
            ACCOUNT.SANDBOX);

    private final JobDb db;

    AccountLists(JobDb db) {
        this.db = db;
    }

    /** A page of the viewer's accounts. */
    Connection<AccountListItem> page(Viewer viewer, PageRequest page, AccountFilter filter, AccountOrder order) {
        Condition wanted = visible(viewer).and(filter.matches());
        return switch (order.field()) {
            case CREATED_AT -> {
                var keyset = Keyset.of(ACCOUNT.ACCOUNT_ID, ACCOUNT.ACCOUNT_ID, page, order.direction());
                Condition behind = BY_AGE.read(page)
                        .map(AccountId::new)
                        .map(id -> keyset.ascending() ? ACCOUNT.ACCOUNT_ID.gt(id) : ACCOUNT.ACCOUNT_ID.lt(id))
                        .orElse(noCondition());
                List<AccountListItem> rows =
                        rows(wanted.and(behind), keyset.order().subList(0, 1), page);
                yield Connection.of(page, rows, BY_AGE, item -> item.accountId().value(), () -> count(wanted));
            }
            case NAME -> {
                var keyset = Keyset.of(ACCOUNT.NAME_KEY, ACCOUNT.ACCOUNT_ID, page, order.direction());
                Condition behind = BY_NAME.read(page)
                        .map(place -> keyset.behind(place.text(), new AccountId(place.id())))
                        .orElse(noCondition());
                List<AccountListItem> rows = rows(wanted.and(behind), keyset.order(), page);
                yield Connection.of(page, rows, BY_NAME, AccountLists::name, () -> count(wanted));
            }
        };
    }

    private static TextAndId name(AccountListItem item) {
        return new TextAndId(item.nameKey(), item.accountId().value());
    }

    private List<AccountListItem> rows(Condition wanted, List<OrderField<?>> order, PageRequest page) {
        return db.sql()
                .select(COLUMNS)
                .from(ACCOUNT)
                .where(wanted)
                .orderBy(order)
                .limit(page.limit())
                .fetch(AccountLists::read);
    }

    /** The first accounts by name of which the person is a contact. */
    public List<ContactAccount> contactOf(PersonId person) {
        return db.sql()
                .select(COLUMNS)
                .select(CONTACT.ROLES)
                .from(CONTACT)
                .join(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(CONTACT.ACCOUNT_ID))
                .where(CONTACT.PERSON_ID.eq(person))
                .and(CONTACT.REMOVED_AT.isNull())
                .orderBy(ACCOUNT.NAME_KEY, ACCOUNT.ACCOUNT_ID)
                .limit(CONTACT_OF_MAX)
                .fetch(row -> new ContactAccount(
                        read(row),
                        Arrays.stream(row.get(CONTACT.ROLES)).map(Role::valueOf).toList()));
    }

    private long count(Condition wanted) {
        return db.sql().fetchCount(ACCOUNT, wanted);
    }

    /** The grant itself decides; naming its accounts first lets the index of the client or person find them. */
    private static Condition visible(Viewer viewer) {
        return nearby(viewer).and(AccountAccess.permits(viewer, ACCOUNT.ACCOUNT_ID));
    }

    private static Condition nearby(Viewer viewer) {
        return switch (viewer) {
            case Viewer.ApiClient client ->
                ACCOUNT.ACCOUNT_ID.in(select(ACCOUNT_GRANT.ACCOUNT_ID)
                        .from(ACCOUNT_GRANT)
                        .where(ACCOUNT_GRANT.API_CLIENT_ID.eq(client.id()))
                        .and(ACCOUNT_GRANT.REVOKED_AT.isNull()));
            case Viewer.Person person when person.operator() -> noCondition();
            case Viewer.Person person
            when person.representative() != null ->
                ACCOUNT.REPRESENTATIVE_ID.eq(person.representative()).or(ACCOUNT.ACCOUNT_ID.in(ofContact(person)));
            case Viewer.Person person -> ACCOUNT.ACCOUNT_ID.in(ofContact(person));
            case Viewer.System ignored -> noCondition();
        };
    }

    private static Select<Record1<AccountId>> ofContact(Viewer.Person person) {
        return select(CONTACT.ACCOUNT_ID)
                .from(CONTACT)
                .where(CONTACT.PERSON_ID.eq(person.id()))
                .and(CONTACT.REMOVED_AT.isNull());
    }

    private static AccountListItem read(Record row) {
        return new AccountListItem(
                row.get(ACCOUNT.ACCOUNT_ID),
                row.get(ACCOUNT.NAME),
                row.get(ACCOUNT.NAME_KEY),
                AccountKind.valueOf(row.get(ACCOUNT.KIND)),
                AccountStatus.valueOf(row.get(ACCOUNT.STATUS)),
                CurrencyUnit.of(row.get(ACCOUNT.CURRENCY)),
                row.get(ACCOUNT.COUNTRY),
                row.get(ACCOUNT.EXTERNAL_ID),
                row.get(ACCOUNT.SANDBOX));
    }
}
