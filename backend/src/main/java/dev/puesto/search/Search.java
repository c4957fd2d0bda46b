package dev.puesto.search;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.DOCUMENT;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Permission;
import dev.puesto.access.Viewer;
import dev.puesto.account.Users;
import dev.puesto.id.AccountId;
import dev.puesto.id.ProductId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.Columns;
import dev.puesto.jooq.NameKey;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** Reads what begins with a text: a statement per kind of thing, all in one round trip, each by an index. */
@Component
class Search {
    private static final int SHORTEST_NAME = 2;
    private static final int DIGITS_MAX = 9;
    private static final long TEN = 10;
    private static final long ORDERS_MAX = 1_000_000_000;

    private final AccountDb db;

    Search(AccountDb db) {
        this.db = db;
    }

    /** What was found of the account, before it is put in words. */
    record Found(
            Set<Permission> permissions,
            Result<Record> subscriptions,
            Result<Record> users,
            Result<Record> orders,
            Result<Record> documents) {}

    /** What is asked for: the text without space around it, and how many of each kind. */
    record Asked(AccountId account, String text, List<ProductId> products, int limit) {

        boolean isNumber() {
            return !text.isEmpty()
                    && text.length() <= DIGITS_MAX
                    && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        }
    }

    Found find(Viewer viewer, Asked asked) {
        Field<Set<Permission>> permissions =
                AccountAccess.permissions(viewer, val(asked.account(), ACCOUNT.ACCOUNT_ID));
        Select<? extends Record> permitted = select(permissions)
                .from(ACCOUNT)
                .where(ACCOUNT.ACCOUNT_ID.eq(asked.account()))
                .and(AccountAccess.permits(viewer, asked.account()));
        List<Result<Record>> found = db.transact(
                asked.account(),
                transaction -> transaction.fetchTogether(
                        List.of(permitted, subscriptions(asked), users(asked), orders(asked), documents(asked))));
        return new Found(
                found.getFirst().isEmpty()
                        ? Set.of()
                        : found.getFirst().getFirst().get(permissions),
                found.get(1),
                found.get(2),
                found.get(3),
                found.get(4));
    }

    private static Select<? extends Record> subscriptions(Asked asked) {
        return select(SUBSCRIPTION.ID, SUBSCRIPTION.PRODUCT_ID, SUBSCRIPTION.PLAN_ID, SUBSCRIPTION.SEATS_OWNED)
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(asked.account()))
                .and(SUBSCRIPTION.ENDED_AT.isNull())
                .and(Columns.isAmong(SUBSCRIPTION.PRODUCT_ID, asked.products()))
                .orderBy(SUBSCRIPTION.ID)
                .limit(asked.limit());
    }

    private static Select<? extends Record> users(Asked asked) {
        return select(Users.COLUMNS)
                .from(ACCOUNT_USER)
                .where(ACCOUNT_USER.ACCOUNT_ID.eq(asked.account()))
                .and(asked.text().length() < SHORTEST_NAME ? falseCondition() : Users.beginning(asked.text()))
                .orderBy(ACCOUNT_USER.NAME_KEY, ACCOUNT_USER.ID)
                .limit(asked.limit());
    }

    private static Select<? extends Record> orders(Asked asked) {
        return select(ACCOUNT_ORDER.ID, ACCOUNT_ORDER.NUMBER, ACCOUNT_ORDER.CURRENCY, ACCOUNT_ORDER.TOTAL_MINOR)
                .from(ACCOUNT_ORDER)
                .where(ACCOUNT_ORDER.ACCOUNT_ID.eq(asked.account()))
                .and(asked.isNumber() ? begins(Long.parseLong(asked.text())) : falseCondition())
                .orderBy(ACCOUNT_ORDER.NUMBER)
                .limit(asked.limit());
    }

    /** The numbers whose digits begin so: 12, 120 to 129, 1200 to 1299 ... */
    private static Condition begins(long number) {
        Condition begins = ACCOUNT_ORDER.NUMBER.eq(number);
        for (long ten = TEN; number > 0 && number * ten < ORDERS_MAX; ten *= TEN) {
            begins = begins.or(ACCOUNT_ORDER.NUMBER.between(number * ten, number * ten + ten - 1));
        }
        return begins;
    }

    /** By the beginning of the number as printed, or by the number within a series and year. */
    private static Select<? extends Record> documents(Asked asked) {
        Field<String> number = DOCUMENT.NUMBER.collate("C");
        String key = asked.text().toUpperCase(Locale.ROOT);
        return select(DOCUMENT.ID, DOCUMENT.KIND, DOCUMENT.NUMBER, DOCUMENT.CURRENCY, DOCUMENT.TOTAL_MINOR)
                .from(DOCUMENT)
                .where(DOCUMENT.ACCOUNT_ID.eq(asked.account()))
                .and(
                        asked.isNumber()
                                ? DOCUMENT.SEQUENCE.eq(Long.valueOf(asked.text()))
                                : NameKey.hasPrefix(number, key))
                .orderBy(DOCUMENT.KIND.desc(), number)
                .limit(asked.limit());
    }
}
