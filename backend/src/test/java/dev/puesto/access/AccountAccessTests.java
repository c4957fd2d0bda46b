package dev.puesto.access;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.PersonId;
import dev.puesto.id.RepresentativeId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.JobDb;
import dev.puesto.partner.Grants;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class AccountAccessTests {
    private static final Set<Scope> ALL = EnumSet.allOf(Scope.class);

    @Autowired
    private TestApi api;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private AccountDb db;

    @Autowired
    private JobDb jobs;

    @Autowired
    private Grants grants;

    private AccountId account;

    @BeforeEach
    void open() {
        account = accounts.open();
    }

    @Test
    void clientTouchesOnlyAccountsThatGrantedIt() {
        Viewer client = api.client(Scope.ACCOUNTS_READ).on(account).viewer().using(Set.of(Scope.ACCOUNTS_READ));
        assertThat(mayTouch(client, account)).isTrue();
        assertThat(mayTouch(client, accounts.open())).isFalse();
    }

    @Test
    void grantMustHoldWhatTheDocumentUses() {
        TestApi.Client client = api.client();
        accounts.grant(account, client.issued().id(), Scope.ACCOUNTS_READ);
        assertThat(mayTouch(client.viewer().using(Set.of(Scope.ACCOUNTS_READ)), account))
                .isTrue();
        assertThat(mayTouch(client.viewer().using(Set.of(Scope.ACCOUNTS_READ, Scope.BILLING_READ)), account))
                .isFalse();
        assertThat(permissions(client.viewer(), account)).containsExactly(Permission.READ_ACCOUNT);
    }

    @Test
    void catalogNeedsNoGrant() {
        TestApi.Client client = api.client();
        accounts.grant(account, client.issued().id(), Scope.ACCOUNTS_READ);
        assertThat(mayTouch(client.viewer().using(Set.of(Scope.ACCOUNTS_READ, Scope.CATALOG_READ)), account))
                .isTrue();
    }

    @Test
    void withdrawnGrantEndsAtOnceAndCanBeGivenAgain() {
        TestApi.Client client = api.client().on(account);
        db.transact(account, transaction -> {
            grants.withdraw(transaction, client.issued().id(), Instant.now());
            return null;
        });
        assertThat(mayTouch(client.viewer(), account)).isFalse();
        assertThat(permissions(client.viewer(), account)).isEmpty();
        client.on(account);
        assertThat(mayTouch(client.viewer(), account)).isTrue();
    }

    @Test
    void personMayWhatAnyOfTheirRolesOpens() {
        Viewer.Person person = person(false, null);
        addContact(person, Role.SEAT_ADMIN, Role.READER);
        assertThat(mayTouch(person.using(Set.of(Scope.SEATS_WRITE, Scope.BILLING_READ)), account))
                .isTrue();
        assertThat(mayTouch(person.using(Set.of(Scope.BILLING_WRITE)), account)).isFalse();
        assertThat(permissions(person, account))
                .contains(Permission.ASSIGN_SEATS, Permission.READ_BILLING)
                .doesNotContain(Permission.BUY);
    }

    @Test
    void seatAdminSeesNoAmounts() {
        Viewer.Person person = person(false, null);
        addContact(person, Role.SEAT_ADMIN);
        assertThat(mayTouch(person.using(Set.of(Scope.BILLING_READ)), account)).isFalse();
    }

    @Test
    void operatorReadsEveryAccountAndBuysForNone() {
        Viewer.Person operator = person(true, null);
        assertThat(mayTouch(operator.using(Set.of(Scope.BILLING_READ)), account))
                .isTrue();
        assertThat(mayTouch(operator.using(Set.of(Scope.BILLING_WRITE)), account))
                .isFalse();
    }

    @Test
    void representativeReadsTheAccountsInTheirCare() {
        RepresentativeId representative = new RepresentativeId(UUID.randomUUID());
        Viewer.Person person = person(false, representative);
        assertThat(mayTouch(person.using(Set.of(Scope.ACCOUNTS_READ)), account)).isFalse();
        jobs.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.REPRESENTATIVE_ID, representative)
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .execute();
        assertThat(mayTouch(person.using(Set.of(Scope.ACCOUNTS_READ)), account)).isTrue();
        assertThat(mayTouch(person.using(Set.of(Scope.ACCOUNTS_WRITE)), account))
                .isFalse();
    }

    private static Viewer.Person person(boolean operator, RepresentativeId representative) {
        return new Viewer.Person(
                new PersonId(UUID.randomUUID()), "ana@example.com", operator, representative, ALL, Set.of());
    }

    private void addContact(Viewer.Person person, Role... roles) {
        jobs.sql()
                .insertInto(CONTACT)
                .set(CONTACT.ACCOUNT_ID, account)
                .set(CONTACT.PERSON_ID, person.id())
                .set(CONTACT.NAME, "Ana")
                .set(CONTACT.EMAIL, person.name())
                .set(CONTACT.LOCALE, "es")
                .set(CONTACT.ROLES, Arrays.stream(roles).map(Role::name).toArray(String[]::new))
                .set(CONTACT.CREATED_AT, Instant.now())
                .set(CONTACT.VERSION, 1L)
                .execute();
    }

    private boolean mayTouch(Viewer viewer, AccountId id) {
        return db.one(
                id,
                sql -> sql.fetchExists(DSL.selectOne()
                        .from(ACCOUNT)
                        .where(ACCOUNT.ACCOUNT_ID.eq(id))
                        .and(AccountAccess.permits(viewer, id))));
    }

    private Set<Permission> permissions(Viewer viewer, AccountId id) {
        return db.one(
                id,
                sql -> sql.select(AccountAccess.permissions(viewer, DSL.val(id, ACCOUNT.ACCOUNT_ID)))
                        .fetchSingle()
                        .value1());
    }
}
