package dev.puesto.account;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static org.jooq.impl.DSL.val;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Permission;
import dev.puesto.access.Viewer;
import dev.puesto.id.AccountId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.jooq.KeptStatement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Loads and locks accounts. Whether the viewer may is part of the same statement. */
@Component
public final class Accounts {
    private static final KeptStatement FIND = new KeptStatement();

    private final AccountDb db;
    private final Clock clock;

    Accounts(AccountDb db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The account of that id; empty if there is none that the viewer may see. */
    public Optional<Account> find(Viewer viewer, AccountId id) {
        List<Object> arguments = new ArrayList<>(AccountAccess.arguments(viewer));
        arguments.add(id);
        return db
                .one(id, sql -> FIND.fetch(sql, AccountAccess.shape(viewer), () -> visible(viewer, id), arguments))
                .stream()
                .map(AccountColumns::read)
                .findFirst();
    }

    /** An account that the viewer was shown already. */
    public Account shown(AccountId id) {
        return db.one(
                id,
                sql -> sql.select(AccountColumns.ALL)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ACCOUNT_ID.eq(id))
                        .fetchSingle(AccountColumns::read));
    }

    /** What now is for an account that the viewer was shown already. */
    public Instant now(AccountId id) {
        return shown(id).now(clock);
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
        return transaction
                .sql()
                .fetchOptional(locking(viewer, transaction.account()))
                .map(this::locked);
    }

    /** The statement of {@link #lock}, to be sent together with what is read under it; read with {@link #locked}. */
    public static Select<Record> locking(Viewer viewer, AccountId id) {
        return visible(viewer, id).forNoKeyUpdate().of(ACCOUNT);
    }

    /** A row of {@link #locking}. */
    public LockedAccount locked(Record row) {
        Account account = AccountColumns.read(row);
        return new LockedAccount(account, account.now(clock));
    }

    /** Counts an order: its number is the account's last one from now on. */
    public static Query countOrder(AccountId id, long number) {
        return DSL.update(ACCOUNT).set(ACCOUNT.LAST_ORDER_NUMBER, number).where(ACCOUNT.ACCOUNT_ID.eq(id));
    }

    private static SelectConditionStep<Record> visible(Viewer viewer, AccountId id) {
        return DSL.select(AccountColumns.ALL)
                .from(ACCOUNT)
                .where(ACCOUNT.ACCOUNT_ID.eq(id))
                .and(AccountAccess.permits(viewer, id));
    }
}
