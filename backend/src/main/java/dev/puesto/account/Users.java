package dev.puesto.account;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;

import dev.puesto.id.AccountId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.ParameterRows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Statements on users; those that read come with the reader of their rows. */
public final class Users {
    /** The columns of a user, for a statement that joins {@code account_user}; read with {@link #read}. */
    public static final List<Field<?>> COLUMNS = List.of(
            ACCOUNT_USER.ACCOUNT_ID,
            ACCOUNT_USER.ID,
            ACCOUNT_USER.NAME,
            ACCOUNT_USER.NAME_KEY,
            ACCOUNT_USER.EMAIL,
            ACCOUNT_USER.EXTERNAL_ID,
            ACCOUNT_USER.STATUS,
            ACCOUNT_USER.INVITED_AT,
            ACCOUNT_USER.DEACTIVATED_AT,
            ACCOUNT_USER.VERSION);

    private Users() {}

    /** A row of a user. */
    public static User read(Record row) {
        return new User(
                row.get(ACCOUNT_USER.ACCOUNT_ID),
                row.get(ACCOUNT_USER.ID),
                row.get(ACCOUNT_USER.NAME),
                row.get(ACCOUNT_USER.NAME_KEY),
                row.get(ACCOUNT_USER.EMAIL),
                row.get(ACCOUNT_USER.EXTERNAL_ID),
                UserStatus.valueOf(row.get(ACCOUNT_USER.STATUS)),
                row.get(ACCOUNT_USER.INVITED_AT),
                row.get(ACCOUNT_USER.DEACTIVATED_AT),
                row.get(ACCOUNT_USER.VERSION));
    }

    /** Those users of the account. */
    public static SelectConditionStep<Record> byId(AccountId account, Collection<UserId> ids) {
        var given = ParameterRows.of(ids).with(ACCOUNT_USER.ID, id -> id);
        return select(COLUMNS)
                .from(given.table())
                .crossJoin(lateral(one(account, ACCOUNT_USER.ID.eq(given.get(ACCOUNT_USER.ID)))))
                .where(trueCondition());
    }

    /**
     * The one user of the account for whom a condition on the row of {@code account_user} holds, for a lateral join,
     * under the table's own name. The limit keeps the planner at a look-up per row: it knows the average account, and
     * for a larger one a join that reads all users of the account would cost more than the seats themselves.
     */
    public static Table<?> one(AccountId account, Condition condition) {
        return select(ACCOUNT_USER.fields())
                .from(ACCOUNT_USER)
                .where(ACCOUNT_USER.ACCOUNT_ID.eq(account))
                .and(condition)
                .limit(inline(1))
                .asTable(ACCOUNT_USER.getName());
    }

    /** The user of the account that the key names. */
    public static Select<Record> byKey(AccountId account, UserKey key) {
        return select(COLUMNS)
                .from(ACCOUNT_USER)
                .where(ACCOUNT_USER.ACCOUNT_ID.eq(account))
                .and(is(key));
    }

    /** Whether the row of {@code account_user} is the user that the key names. */
    public static Condition is(UserKey key) {
        return switch (key) {
            case UserKey.ById byId -> ACCOUNT_USER.ID.eq(byId.id());
            case UserKey.ByEmail byEmail -> ACCOUNT_USER.EMAIL_KEY.eq(lower(val(byEmail.email())));
            case UserKey.ByExternalId byExternalId -> ACCOUNT_USER.EXTERNAL_ID.eq(byExternalId.externalId());
        };
    }

    /** Users in use of an e-mail address or an external id. */
    static Select<Record> holding(AccountId account, String email, @Nullable String externalId) {
        Condition sameExternalId = externalId == null ? falseCondition() : ACCOUNT_USER.EXTERNAL_ID.eq(externalId);
        return select(COLUMNS)
                .from(ACCOUNT_USER)
                .where(ACCOUNT_USER.ACCOUNT_ID.eq(account))
                .and(ACCOUNT_USER.EMAIL_KEY.eq(lower(val(email))).or(sameExternalId));
    }

    /** Deactivates an active user and keeps the account's counts. */
    public static List<Query> deactivate(User user, Instant at) {
        return List.of(
                update(ACCOUNT_USER)
                        .set(ACCOUNT_USER.STATUS, UserStatus.DEACTIVATED.name())
                        .set(ACCOUNT_USER.DEACTIVATED_AT, at)
                        .set(ACCOUNT_USER.VERSION, ACCOUNT_USER.VERSION.plus(1))
                        .where(ACCOUNT_USER.ACCOUNT_ID.eq(user.accountId()))
                        .and(ACCOUNT_USER.ID.eq(user.userId())),
                update(ACCOUNT)
                        .set(ACCOUNT.ACTIVE_USERS, ACCOUNT.ACTIVE_USERS.minus(1))
                        .set(ACCOUNT.DEACTIVATED_USERS, ACCOUNT.DEACTIVATED_USERS.plus(1))
                        .where(ACCOUNT.ACCOUNT_ID.eq(user.accountId())));
    }

    /** Whether the row of {@code account_user} is one that the filter means, at that instant. */
    public static Condition matching(Account account, UserFilter filter, Instant now) {
        return UserConditions.of(account.accountId(), filter, now, account.activeUsers() + account.deactivatedUsers());
    }

    /** Whether name or e-mail address of the row of {@code account_user} begin so; empty for all users. */
    public static Condition beginning(String prefix) {
        return UserConditions.begins(prefix);
    }
}
