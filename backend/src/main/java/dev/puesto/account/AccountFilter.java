package dev.puesto.account;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static org.jooq.impl.DSL.noCondition;

import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
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

    /** Sorts behind every text that begins like the one it is added to. */
    private static final String BEHIND_ALL = "\uDBFF\uDFFF";

    Condition matches() {
        return searched()
                .and(kind == null ? noCondition() : ACCOUNT.KIND.eq(kind.name()))
                .and(status == null ? noCondition() : ACCOUNT.STATUS.eq(status.name()));
    }

    private Condition searched() {
        String prefix = search == null ? "" : search.strip();
        return prefix.isEmpty()
                ? noCondition()
                : begins(ACCOUNT.NAME_KEY, prefix.toLowerCase(Locale.ROOT))
                        .or(begins(ACCOUNT.EXTERNAL_ID.collate("C"), prefix));
    }

    private static Condition begins(Field<String> column, String prefix) {
        return column.ge(prefix).and(column.lt(prefix + BEHIND_ALL));
    }
}
