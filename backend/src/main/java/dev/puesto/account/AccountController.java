package dev.puesto.account;

import dev.puesto.access.Permission;
import dev.puesto.access.Viewer;
import dev.puesto.api.Connection;
import dev.puesto.api.CursorStrategy.TextAndId;
import dev.puesto.api.PageRequest;
import dev.puesto.id.GlobalId;
import dev.puesto.jooq.AccountDb;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Accounts with their users, contacts, representative and audit trail. */
@Controller
class AccountController {
    private final Accounts accounts;
    private final AccountLists lists;
    private final AccountPeople people;
    private final AuditTrail auditTrail;
    private final AccountDb db;

    AccountController(
            Accounts accounts, AccountLists lists, AccountPeople people, AuditTrail auditTrail, AccountDb db) {
        this.accounts = accounts;
        this.lists = lists;
        this.people = people;
        this.auditTrail = auditTrail;
        this.db = db;
    }

    @QueryMapping
    @Nullable
    Account account(@Argument GlobalId id, Viewer viewer) {
        return accounts.find(viewer, id.asAccount()).orElse(null);
    }

    @QueryMapping
    Connection<AccountListItem> accounts(PageRequest page, Viewer viewer) {
        return lists.page(viewer, page);
    }

    @SchemaMapping
    List<Permission> viewerPermissions(Account account, Viewer viewer) {
        return accounts.permissions(viewer, account.accountId());
    }

    @SchemaMapping
    Connection<User> users(Account account, PageRequest page, @Argument @Nullable String search) {
        String prefix = search == null ? "" : search.strip();
        List<User> rows = db.one(
                account.accountId(),
                sql -> sql.fetch(Users.page(account.accountId(), page, prefix)).map(Users::read));
        return Connection.of(page, rows, Users.CURSORS, AccountController::place, total(account, prefix));
    }

    private LongSupplier total(Account account, String prefix) {
        return prefix.isEmpty()
                ? () -> account.activeUsers() + account.deactivatedUsers()
                : () -> db.one(
                        account.accountId(),
                        sql -> sql.fetchSingle(Users.count(account.accountId(), prefix))
                                .value1());
    }

    private static TextAndId place(User user) {
        return new TextAndId(user.nameKey(), user.userId().value());
    }

    @SchemaMapping
    @Nullable
    User user(Account account, @Argument UserKeyInput by) {
        return by.in(account.accountId())
                .flatMap(key -> db.one(
                        account.accountId(),
                        sql -> sql.fetchOptional(Users.byKey(account.accountId(), key))
                                .map(Users::read)))
                .orElse(null);
    }

    @SchemaMapping
    Connection<Contact> contacts(Account account, PageRequest page) {
        return people.contacts(account.accountId(), page);
    }

    @SchemaMapping
    Optional<Representative> representative(Account account) {
        return Optional.ofNullable(account.representativeId()).flatMap(people::representative);
    }

    @SchemaMapping
    Connection<AuditEntry> auditEntries(Account account, PageRequest page) {
        return auditTrail.page(account.accountId(), page);
    }
}
