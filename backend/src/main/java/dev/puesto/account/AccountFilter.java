package dev.puesto.account;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static org.jooq.impl.DSL.noCondition;

import dev.puesto.jooq.NameKey;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are meant; what is null narrows nothing.
 *
 * @param search how the name or the external id begins
 */
record AccountFilter(
        @Nullable String search,
        @Nullable AccountKind kind,
        @Nullable AccountStatus status) {
    static final AccountFilter ALL = new AccountFilter(null, null, null);

    Condition matches() {
        return searched()
                .and(kind == null ? noCondition() : ACCOUNT.KIND.eq(kind.name()))
                .and(status == null ? noCondition() : ACCOUNT.STATUS.eq(status.name()));
    }

    private Condition searched() {
        String prefix = search == null ? "" : search.strip();
        return prefix.isEmpty()
                ? noCondition()
                : NameKey.begins(ACCOUNT.NAME_KEY, prefix)
                        .or(NameKey.hasPrefix(ACCOUNT.EXTERNAL_ID.collate("C"), prefix));
    }
}
