package dev.puesto.account;

import dev.puesto.access.Permission;
import dev.puesto.access.Viewer;
import dev.puesto.api.Connection;
import dev.puesto.api.PageRequest;
import dev.puesto.api.UserError;
import dev.puesto.id.GlobalId;
import dev.puesto.jooq.AccountDb;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
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
    private final AccountEdits edits;
    private final AccountDb db;

    AccountController(
            Accounts accounts,
            AccountLists lists,
            AccountPeople people,
            AuditTrail auditTrail,
            UserPages userPages,
            AccountEdits edits,
            AccountDb db) {
        this.accounts = accounts;
        this.lists = lists;
        this.people = people;
        this.auditTrail = auditTrail;
        this.userPages = userPages;
        this.edits = edits;
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

    @MutationMapping
    UpdateAccountPayload updateAccount(
            @Argument UpdateAccountInput input, Viewer viewer, DataFetchingEnvironment environment) {
        Map<String, Object> given = Objects.requireNonNull(environment.getArgument("input"));
        boolean setsReference = given.containsKey("purchaseOrderNumber");
        AccountEdits.Outcome outcome = edits.update(
                viewer,
                input.accountId().asAccount(),
                input.expectedVersion(),
                before -> input.details(before, setsReference));
        return new UpdateAccountPayload(outcome.account(), outcome.errors());
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

    record UpdateAccountInput(
            GlobalId accountId,
            long expectedVersion,
            @Nullable String name,
            @Nullable String billingEmail,
            @Nullable AddressInput address,
            @Nullable String locale,
            @Nullable String timeZone,
            @Nullable String purchaseOrderNumber) {

        AccountDetails details(AccountDetails before, boolean setsReference) {
            return new AccountDetails(
                    given(name, before.name()),
                    given(billingEmail, before.billingEmail()),
                    address == null ? before.line1() : address.line1().strip(),
                    address == null ? before.line2() : textOrNull(address.line2()),
                    address == null ? before.postalCode() : address.postalCode().strip(),
                    address == null ? before.city() : address.city().strip(),
                    given(locale, before.locale()),
                    given(timeZone, before.timeZone()),
                    setsReference ? textOrNull(purchaseOrderNumber) : before.purchaseOrderNumber());
        }

        private static String given(@Nullable String text, String before) {
            return text == null ? before : text.strip();
        }

        private static @Nullable String textOrNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    record AddressInput(String line1, @Nullable String line2, String postalCode, String city) {}

    record UpdateAccountPayload(@Nullable Account account, List<UserError> userErrors) {}
}
