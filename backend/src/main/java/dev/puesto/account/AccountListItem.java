package dev.puesto.account;

import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * An account in the list of those that a viewer may see: what tells it from others, no more.
 *
 * @param nameKey the name as lists of accounts are ordered by it
 */
public record AccountListItem(
        AccountId accountId,
        String name,
        String nameKey,
        AccountKind kind,
        AccountStatus status,
        CurrencyUnit currency,
        String country,
        @Nullable String externalId,
        boolean sandbox) {

    /** The id of the account, for {@code account(id)}. */
    public GlobalId id() {
        return GlobalId.of(accountId);
    }
}
