package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.update;

import dev.puesto.account.User;
import dev.puesto.account.Users;
import dev.puesto.id.AccountId;
import dev.puesto.id.AssignmentId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.jooq.Columns;
import dev.puesto.jooq.ParameterRows;
import dev.puesto.subscription.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Statements on assignments; each is one for any number of seats. */
final class Assignments {
    /** A live seat with its user, for a statement that joins both tables; read with {@link #read}. */
    static final List<Field<?>> COLUMNS = columns();

    private Assignments() {}

    private static List<Field<?>> columns() {
        List<Field<?>> columns = new ArrayList<>(Users.COLUMNS);
        columns.addAll(List.of(
                ASSIGNMENT.ID,
                ASSIGNMENT.SUBSCRIPTION_ID,
                ASSIGNMENT.ASSIGNED_AT,
                ASSIGNMENT.ASSIGNED_BY,
                ASSIGNMENT.RELEASING_ORDER_ID));
        return List.copyOf(columns);
    }

    /** A row of a live seat with its user. */
    static Assignment read(Record row) {
        return read(Users.read(row), row);
    }

    private static Assignment read(User user, Record row) {
        return new Assignment(
                user.accountId(),
                row.get(ASSIGNMENT.ID),
                row.get(ASSIGNMENT.SUBSCRIPTION_ID),
                user,
                row.get(ASSIGNMENT.ASSIGNED_AT),
                row.get(ASSIGNMENT.ASSIGNED_BY),
                row.get(ASSIGNMENT.RELEASING_ORDER_ID) != null);
    }

    /** The live seats of the account, for the caller to narrow; read with {@link #read}. */
    static SelectConditionStep<Record> live(AccountId account) {
        return select(COLUMNS)
                .from(ASSIGNMENT)
                .crossJoin(lateral(Users.one(account, ACCOUNT_USER.ID.eq(ASSIGNMENT.USER_ID))))
                .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                .and(ASSIGNMENT.RELEASED_AT.isNull());
    }

    /** The users that a selection names, each with the seat in the subscription's product; read with {@link #readCandidate}. */
    static Select<Record> candidates(Subscription subscription, UserSelection users) {
        AccountId account = subscription.accountId();
        return Stream.of(
                        named(subscription, ACCOUNT_USER.ID, users.usersIn(account)),
                        named(subscription, ACCOUNT_USER.EMAIL_KEY, users.emailKeys()),
                        named(subscription, ACCOUNT_USER.EXTERNAL_ID, users.externalIds()))
                .flatMap(Optional::stream)
                .reduce(Select::unionAll)
                .orElseThrow();
    }

    private static <T> Optional<Select<Record>> named(Subscription subscription, Field<T> column, List<T> names) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var given = ParameterRows.of(names).with(column, name -> name);
        Table<?> user = Users.one(subscription.accountId(), column.eq(given.get(column)));
        return Optional.of(select(COLUMNS)
                .from(given.table())
                .crossJoin(lateral(user))
                .leftJoin(lateral(liveSeat(subscription)))
                .on(trueCondition()));
    }

    private static Table<?> liveSeat(Subscription subscription) {
        return select(ASSIGNMENT.fields())
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.ACCOUNT_ID.eq(subscription.accountId()))
                .and(ASSIGNMENT.PRODUCT_ID.eq(subscription.productId()))
                .and(ASSIGNMENT.USER_ID.eq(ACCOUNT_USER.ID))
                .and(ASSIGNMENT.RELEASED_AT.isNull())
                .limit(inline(1))
                .asTable(ASSIGNMENT.getName());
    }

    /** A row of a user with a seat, or without one. */
    static Candidate readCandidate(Record row) {
        User user = Users.read(row);
        return new Candidate(user, row.get(ASSIGNMENT.ID) == null ? null : read(user, row));
    }

    /** Seats users, none of whom sits in the product; says which assignment each got. */
    static Map<UserId, AssignmentId> seat(
            AccountTransaction transaction,
            Subscription subscription,
            Collection<UserId> users,
            Instant at,
            String by) {
        Field<UserId> user = DSL.field(DSL.name("seated", "user_id"), ASSIGNMENT.USER_ID.getDataType());
        Map<UserId, AssignmentId> seated = HashMap.newHashMap(users.size());
        transaction
                .sql()
                .insertInto(
                        ASSIGNMENT,
                        ASSIGNMENT.ACCOUNT_ID,
                        ASSIGNMENT.SUBSCRIPTION_ID,
                        ASSIGNMENT.PRODUCT_ID,
                        ASSIGNMENT.USER_ID,
                        ASSIGNMENT.ASSIGNED_AT,
                        ASSIGNMENT.ASSIGNED_BY)
                .select(select(
                                DSL.val(subscription.accountId(), ASSIGNMENT.ACCOUNT_ID),
                                DSL.val(subscription.subscriptionId(), ASSIGNMENT.SUBSCRIPTION_ID),
                                DSL.val(subscription.productId(), ASSIGNMENT.PRODUCT_ID),
                                user,
                                DSL.val(at, ASSIGNMENT.ASSIGNED_AT),
                                DSL.val(by))
                        .from(DSL.table("unnest({0})", Columns.array(ASSIGNMENT.USER_ID, users))
                                .as("seated", "user_id")))
                .returningResult(ASSIGNMENT.USER_ID, ASSIGNMENT.ID)
                .fetch()
                .forEach(row -> seated.put(row.value1(), row.value2()));
        return seated;
    }

    /** Releases seats. */
    static Query release(
            AccountId account, Collection<AssignmentId> seats, Instant at, String by, ReleaseReason reason) {
        return update(ASSIGNMENT)
                .set(ASSIGNMENT.RELEASED_AT, at)
                .set(ASSIGNMENT.RELEASED_BY, by)
                .set(ASSIGNMENT.RELEASE_REASON, reason.name())
                .set(ASSIGNMENT.RELEASING_ORDER_ID, castNull(ASSIGNMENT.RELEASING_ORDER_ID))
                .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                .and(Columns.isAmong(ASSIGNMENT.ID, seats))
                .and(ASSIGNMENT.RELEASED_AT.isNull());
    }

    /** The live seats of a user; read with {@link #read}. */
    static Select<Record> ofUser(AccountId account, UserId user) {
        return live(account).and(ASSIGNMENT.USER_ID.eq(user));
    }

    /** The live seats of a subscription, for the caller to order and limit; read with {@link #read}. */
    static SelectConditionStep<Record> ofSubscription(AccountId account, SubscriptionId subscription) {
        return live(account).and(ASSIGNMENT.SUBSCRIPTION_ID.eq(subscription));
    }
}
