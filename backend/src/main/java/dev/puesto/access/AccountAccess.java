package dev.puesto.access;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_GRANT;
import static dev.puesto.jooq.Tables.CONTACT;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import dev.puesto.id.AccountId;
import dev.puesto.id.RepresentativeId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * May this viewer touch this account? The one answer to it, as a condition for the statement that loads or locks the
 * account: it costs no statement of its own, and a grant that was withdrawn a moment ago holds nobody up. A row that
 * the condition refuses is answered like one that does not exist.
 */
public final class AccountAccess {

    private AccountAccess() {}

    /** Whether the viewer may do, in that account, everything that this request's document needs. */
    public static Condition permits(Viewer viewer, AccountId account) {
        return permits(viewer, val(account, ACCOUNT.ACCOUNT_ID));
    }

    /** The same for a statement that has the account in a column. */
    public static Condition permits(Viewer viewer, Field<AccountId> account) {
        return permits(viewer, account, viewer.uses());
    }

    /** Whether the viewer may use those scopes in that account. */
    public static Condition permits(Viewer viewer, Field<AccountId> account, Set<Scope> scopes) {
        return switch (viewer) {
            case Viewer.ApiClient client -> granted(client, account, scopes);
            case Viewer.Person person -> trusted(person, account, scopes);
            case Viewer.System ignored -> noCondition();
        };
    }

    /**
     * What {@link #permits} differs in from one viewer and request to another besides {@link #arguments}: for a statement
     * whose text is kept.
     */
    public static Object shape(Viewer viewer) {
        return switch (viewer) {
            case Viewer.ApiClient client -> new Shape(client.uses(), false, false, false);
            case Viewer.Person person ->
                new Shape(person.uses(), true, person.operator(), person.representative() != null);
            case Viewer.System ignored -> Viewer.System.class;
        };
    }

    private record Shape(Set<Scope> uses, boolean person, boolean operator, boolean representative) {}

    /** The values that {@link #permits} binds besides the account. */
    public static List<Object> arguments(Viewer viewer) {
        return switch (viewer) {
            case Viewer.ApiClient client -> List.of(client.id());
            case Viewer.Person person ->
                person.representative() == null ? List.of(person.id()) : List.of(person.id(), person.representative());
            case Viewer.System ignored -> List.of();
        };
    }

    private static Condition granted(Viewer.ApiClient client, Field<AccountId> account, Set<Scope> scopes) {
        String[] needed = scopes.stream()
                .filter(Scope::concernsAccount)
                .map(Scope::wireName)
                .toArray(String[]::new);
        return exists(selectOne()
                .from(ACCOUNT_GRANT)
                .where(ACCOUNT_GRANT.ACCOUNT_ID.eq(account))
                .and(ACCOUNT_GRANT.API_CLIENT_ID.eq(client.id()))
                .and(ACCOUNT_GRANT.REVOKED_AT.isNull())
                .and(ACCOUNT_GRANT.SCOPES.contains(inline(needed, ACCOUNT_GRANT.SCOPES))));
    }

    private static Condition trusted(Viewer.Person person, Field<AccountId> account, Set<Scope> scopes) {
        if (person.operator() && Role.OPERATOR.opens(scopes)) {
            return noCondition();
        }
        Condition contact = exists(selectOne()
                .from(CONTACT)
                .where(CONTACT.ACCOUNT_ID.eq(account))
                .and(CONTACT.PERSON_ID.eq(person.id()))
                .and(CONTACT.REMOVED_AT.isNull())
                .and(and(scopes.stream()
                        .filter(Scope::concernsAccount)
                        .map(AccountAccess::hasRoleThatOpens)
                        .toList())));
        return person.representative() == null || !Role.REPRESENTATIVE.opens(scopes)
                ? contact
                : contact.or(caredFor(person.representative(), account));
    }

    private static Condition hasRoleThatOpens(Scope scope) {
        String[] roles = Arrays.stream(Role.values())
                .filter(role -> role.opens(Set.of(scope)))
                .map(Role::name)
                .toArray(String[]::new);
        return arrayOverlap(CONTACT.ROLES, inline(roles, CONTACT.ROLES));
    }

    private static Condition caredFor(RepresentativeId representative, Field<AccountId> account) {
        return exists(selectOne()
                .from(ACCOUNT)
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .and(ACCOUNT.REPRESENTATIVE_ID.eq(representative)));
    }

    /**
     * What the viewer may do in that account, as a column of the statement that loads it; no permission at all where
     * there is no grant.
     */
    public static Field<Set<Permission>> permissions(Viewer viewer, Field<AccountId> account) {
        return switch (viewer) {
            case Viewer.ApiClient client ->
                field(select(ACCOUNT_GRANT.SCOPES)
                                .from(ACCOUNT_GRANT)
                                .where(ACCOUNT_GRANT.ACCOUNT_ID.eq(account))
                                .and(ACCOUNT_GRANT.API_CLIENT_ID.eq(client.id()))
                                .and(ACCOUNT_GRANT.REVOKED_AT.isNull()))
                        .convertFrom(scopes -> ofGrant(client, scopes));
            case Viewer.Person person ->
                field(select(CONTACT.ROLES)
                                .from(CONTACT)
                                .where(CONTACT.ACCOUNT_ID.eq(account))
                                .and(CONTACT.PERSON_ID.eq(person.id()))
                                .and(CONTACT.REMOVED_AT.isNull()))
                        .convertFrom(roles -> ofRoles(person, roles));
            case Viewer.System ignored -> inline("").convertFrom(nothing -> Permission.within(viewer.scopes()));
        };
    }

    private static Set<Permission> ofGrant(Viewer viewer, String @Nullable [] scopes) {
        Set<Scope> open = scopes == null ? Set.of() : Scope.ofWireNames(List.of(scopes));
        return narrowed(Permission.within(open), viewer);
    }

    private static Set<Permission> ofRoles(Viewer.Person person, String @Nullable [] roles) {
        Set<Permission> open = EnumSet.noneOf(Permission.class);
        for (String role : roles == null ? new String[0] : roles) {
            open.addAll(Role.valueOf(role).permissions());
        }
        if (person.operator()) {
            open.addAll(Role.OPERATOR.permissions());
        }
        if (person.representative() != null && open.isEmpty()) {
            open.addAll(Role.REPRESENTATIVE.permissions());
        }
        return narrowed(open, person);
    }

    private static Set<Permission> narrowed(Set<Permission> open, Viewer viewer) {
        Set<Permission> narrowed = EnumSet.noneOf(Permission.class);
        narrowed.addAll(open);
        narrowed.retainAll(Permission.within(viewer.scopes()));
        return narrowed;
    }
}
