package dev.puesto.account;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static org.jooq.impl.DSL.val;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Permission;
import dev.puesto.access.Viewer;
import dev.puesto.id.AccountId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;

/** Loads and locks accounts. Whether the viewer may is part of the same statement. */
@Component
public final class Accounts {
    private final AccountDb db;
    private final Clock clock;

    Accounts(AccountDb db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The account of that id; empty if there is none that the viewer may see. */
    public Optional<Account> find(Viewer viewer, AccountId id) {
        return db.one(id, sql -> visible(sql, viewer, id).fetchOptional(AccountColumns::read));
    }

    /** What the viewer may do in the account. */
    List<Permission> permissions(Viewer viewer, AccountId id) {
        var permissions = AccountAccess.permissions(viewer, val(id, ACCOUNT.ACCOUNT_ID));
        return db.one(id, sql -> sql.select(permissions).fetchSingle().value1()).stream()
                .sorted()
                .toList();
    }

    /**
     * Locks the transaction's account: the first statement of whatever changes anything of an account. It brings the
     * account's clock and checks what the viewer may.
     *
     * @return empty if there is no account that the viewer may use as the request's document needs
     */
    public Optional<LockedAccount> lock(AccountTransaction transaction, Viewer viewer) {
        return visible(transaction.sql(), viewer, transaction.account())
                .forNoKeyUpdate()
                .of(ACCOUNT)
                .fetchOptional(AccountColumns::read)
                .map(account -> new LockedAccount(account, account.now(clock)));
    }

    private static SelectConditionStep<Record> visible(DSLContext sql, Viewer viewer, AccountId id) {
        return sql.select(AccountColumns.ALL)
                .from(ACCOUNT)
                .where(ACCOUNT.ACCOUNT_ID.eq(id))
                .and(AccountAccess.permits(viewer, id));
    }
}
