package dev.puesto.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an access token may open; the constant's name is that of the schema, {@link #wireName()} that of the token. */
public enum Scope {
    ACCOUNTS_READ,
    ACCOUNTS_WRITE,
    CATALOG_READ,
    CATALOG_WRITE,
    BILLING_READ,
    BILLING_WRITE,
    SEATS_READ,
    SEATS_WRITE,
    SIGNIN_CHECK,
    WEBHOOKS_WRITE,
    CLIENTS_WRITE,
    AUDIT_READ,
    SANDBOX_WRITE;

    /** The catalog belongs to no account: no grant is asked for it. */
    private static final Set<Scope> WITHOUT_ACCOUNT = EnumSet.of(CATALOG_READ, CATALOG_WRITE);

    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', ':');

    /** As it stands in a token's {@code scope} and in the database: {@code billing:read}. */
    public String wireName() {
        return wireName;
    }

    /** Whether the scope opens data of an account, so that the account's grant must hold it too. */
    public boolean concernsAccount() {
        return !WITHOUT_ACCOUNT.contains(this);
    }

    /** The scope of that wire name; empty for a name that is no scope of ours. */
    public static Optional<Scope> ofWireName(String wireName) {
        for (Scope scope : values()) {
            if (scope.wireName.equals(wireName)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }

    /** The scopes among those names; names that are no scope of ours are left out. */
    public static Set<Scope> ofWireNames(Iterable<String> wireNames) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        wireNames.forEach(name -> ofWireName(name).ifPresent(scopes::add));
        return scopes;
    }

    /** The wire names in the order of the constants. */
    public static Set<String> wireNames(Set<Scope> scopes) {
        return scopes.stream()
                .sorted()
                .map(Scope::wireName)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
