package dev.puesto.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a viewer may do in one account. A token narrows it: each permission asks for one scope. */
public enum Permission {
    READ_ACCOUNT(Scope.ACCOUNTS_READ),
    EDIT_ACCOUNT(Scope.ACCOUNTS_WRITE),
    READ_BILLING(Scope.BILLING_READ),
    BUY(Scope.BILLING_WRITE),
    READ_SEATS(Scope.SEATS_READ),
    ASSIGN_SEATS(Scope.SEATS_WRITE),
    CHECK_SIGN_IN(Scope.SIGNIN_CHECK),
    EDIT_WEBHOOKS(Scope.WEBHOOKS_WRITE),
    EDIT_CLIENTS(Scope.CLIENTS_WRITE),
    READ_AUDIT(Scope.AUDIT_READ),
    MOVE_TIME(Scope.SANDBOX_WRITE);

    private final Scope scope;

    Permission(Scope scope) {
        this.scope = scope;
    }

    /** The scope that a token needs to use it. */
    public Scope scope() {
        return scope;
    }

    /** The permissions that those scopes leave open. */
    public static Set<Permission> within(Set<Scope> scopes) {
        Set<Permission> open = EnumSet.noneOf(Permission.class);
        Arrays.stream(values())
                .filter(permission -> scopes.contains(permission.scope))
                .forEach(open::add);
        return Collections.unmodifiableSet(open);
    }
}
