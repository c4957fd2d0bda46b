package dev.puesto.access;

import static dev.puesto.access.Permission.ASSIGN_SEATS;
import static dev.puesto.access.Permission.BUY;
import static dev.puesto.access.Permission.CHECK_SIGN_IN;
import static dev.puesto.access.Permission.EDIT_ACCOUNT;
import static dev.puesto.access.Permission.EDIT_CLIENTS;
import static dev.puesto.access.Permission.EDIT_WEBHOOKS;
import static dev.puesto.access.Permission.MOVE_TIME;
import static dev.puesto.access.Permission.READ_ACCOUNT;
import static dev.puesto.access.Permission.READ_AUDIT;
import static dev.puesto.access.Permission.READ_BILLING;
import static dev.puesto.access.Permission.READ_SEATS;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a person is to an account. The first three are a contact's, the last two the vendor's. */
public enum Role {
    /** Buys, pays, sees every amount, and decides which API clients reach the account. */
    BILLING_CONTACT(READ_ACCOUNT, EDIT_ACCOUNT, READ_BILLING, BUY, READ_SEATS, READ_AUDIT, EDIT_WEBHOOKS, EDIT_CLIENTS),
    /** Sees people and seats; no amounts, documents or payment data. */
    SEAT_ADMIN(READ_ACCOUNT, EDIT_ACCOUNT, READ_SEATS, ASSIGN_SEATS, CHECK_SIGN_IN),
    /** Reads everything of the account. */
    READER(READ_ACCOUNT, READ_BILLING, READ_SEATS, READ_AUDIT),
    /** Of the vendor: reads the corporate accounts in their care. */
    REPRESENTATIVE(READ_ACCOUNT, READ_BILLING, READ_SEATS, READ_AUDIT),
    /** Of the vendor: reads every account and moves test clocks. */
    OPERATOR(READ_ACCOUNT, READ_BILLING, READ_SEATS, READ_AUDIT, MOVE_TIME);

    private final Set<Permission> permissions;

    Role(Permission first, Permission... rest) {
        this.permissions = Collections.unmodifiableSet(EnumSet.of(first, rest));
    }

    /** What the role opens in an account. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** Whether the role allows all that those scopes open in an account. */
    public boolean opens(Set<Scope> scopes) {
        return scopes.stream()
                .filter(Scope::concernsAccount)
                .allMatch(scope -> permissions.stream().anyMatch(permission -> permission.scope() == scope));
    }
}
