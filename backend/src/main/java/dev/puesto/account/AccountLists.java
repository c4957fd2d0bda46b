package dev.puesto.account;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_GRANT;
import static dev.puesto.jooq.Tables.CONTACT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.api.Connection;
import dev.puesto.api.CursorStrategy;
import dev.puesto.api.PageRequest;
import dev.puesto.id.AccountId;
import dev.puesto.jooq.JobDb;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jooq.Condition;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The job role's statements on accounts: the accounts that a viewer may see, by the viewer's grants. */
@Component
class AccountLists {
    private static final CursorStrategy<UUID> CURSORS = CursorStrategy.byId("accounts");

    private final JobDb db;

    AccountLists(JobDb db) {
        this.db = db;
    }

    /** A page of the viewer's accounts, oldest first. */
    Connection<AccountListItem> page(Viewer viewer, PageRequest page) {
        Condition behind = CURSORS.read(page)
                .map(AccountId::new)
                .map(id -> page.forward() ? ACCOUNT.ACCOUNT_ID.gt(id) : ACCOUNT.ACCOUNT_ID.lt(id))
                .orElse(noCondition());
        List<AccountListItem> rows = db.sql()
                .select(
                        ACCOUNT.ACCOUNT_ID,
                        ACCOUNT.NAME,
                        ACCOUNT.KIND,
                        ACCOUNT.STATUS,
                        ACCOUNT.CURRENCY,
                        ACCOUNT.COUNTRY,
                        ACCOUNT.EXTERNAL_ID,
                        ACCOUNT.SANDBOX)
                .from(ACCOUNT)
                .where(visible(viewer))
                .and(behind)
                .orderBy(page.forward() ? ACCOUNT.ACCOUNT_ID.asc() : ACCOUNT.ACCOUNT_ID.desc())
                .limit(page.limit())
                .fetch(AccountLists::read);
        return Connection.of(page, rows, CURSORS, item -> item.accountId().value(), () -> count(viewer));
    }

    private long count(Viewer viewer) {
        return db.sql().fetchCount(ACCOUNT, visible(viewer));
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
            case Viewer.Person person when person.operator() || person.representative() != null -> noCondition();
            case Viewer.Person person ->
                ACCOUNT.ACCOUNT_ID.in(select(CONTACT.ACCOUNT_ID)
                        .from(CONTACT)
                        .where(CONTACT.PERSON_ID.eq(person.id()))
                        .and(CONTACT.REMOVED_AT.isNull()));
            case Viewer.System ignored -> noCondition();
        };
    }

    private static AccountListItem read(Record row) {
        return new AccountListItem(
                row.get(ACCOUNT.ACCOUNT_ID),
                row.get(ACCOUNT.NAME),
                AccountKind.valueOf(row.get(ACCOUNT.KIND)),
                AccountStatus.valueOf(row.get(ACCOUNT.STATUS)),
                CurrencyUnit.of(row.get(ACCOUNT.CURRENCY)),
                row.get(ACCOUNT.COUNTRY),
                row.get(ACCOUNT.EXTERNAL_ID),
                row.get(ACCOUNT.SANDBOX));
    }
}
