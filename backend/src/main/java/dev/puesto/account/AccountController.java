package dev.puesto.account;

import dev.puesto.access.Permission;
import dev.puesto.access.Viewer;
import dev.puesto.api.Connection;
import dev.puesto.api.PageRequest;
import dev.puesto.id.GlobalId;
import dev.puesto.jooq.AccountDb;
import java.util.List;
import java.util.Optional;
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
    private final UserPages userPages;
    private final AccountDb db;

    AccountController(
            Accounts accounts,
            AccountLists lists,
            AccountPeople people,
            AuditTrail auditTrail,
            UserPages userPages,
            AccountDb db) {
        this.accounts = accounts;
        this.lists = lists;
        this.people = people;
        this.auditTrail = auditTrail;
        this.userPages = userPages;
        this.db = db;
    }

    @QueryMapping
    @Nullable
    Account account(@Argument GlobalId id, Viewer viewer) {
        return accounts.find(viewer, id.asAccount()).orElse(null);
    }

    @QueryMapping
    Connection<AccountListItem> accounts(
            PageRequest page,
            @Argument @Nullable AccountFilter filter,
            @Argument @Nullable AccountOrder orderBy,
            Viewer viewer) {
        return lists.page(
                viewer,
                page,
                filter == null ? AccountFilter.ALL : filter,
                orderBy == null ? AccountOrder.OLDEST_FIRST : orderBy);
    }

    @SchemaMapping
    List<Permission> viewerPermissions(Account account, Viewer viewer) {
        return accounts.permissions(viewer, account.accountId());
    }

    @SchemaMapping
    Connection<User> users(
            Account account,
            PageRequest page,
            @Argument @Nullable UserFilter filter,
            @Argument @Nullable UserOrder orderBy,
            Viewer viewer) {
        return userPages.page(
                viewer,
                new UserPages.Asked(
                        account,
                        page,
                        filter == null ? UserFilter.ALL : filter,
                        orderBy == null ? UserOrder.BY_NAME : orderBy));
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
