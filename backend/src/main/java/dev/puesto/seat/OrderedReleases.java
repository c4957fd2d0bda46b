package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.when;

import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.ParameterRows;
import dev.puesto.subscription.SeatCountChange;
import dev.puesto.subscription.SubscriptionChanges;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;

/**
 * The seats that an order releases: marked while the order waits for its payment, released when it is placed. Statements
 * for the transaction that holds the account's lock, a constant number for any number of seats.
 */
public final class OrderedReleases {
    private static final Field<Boolean> ENDS = field(name("ends"), SQLDataType.BOOLEAN);

    private static final Field<UUID[]> MARKED_SUBSCRIPTIONS =
            field(name("marked_subscriptions"), SQLDataType.UUID.array());
    private static final Field<UUID[]> MARKED_USERS = field(name("marked_users"), SQLDataType.UUID.array());

    private OrderedReleases() {}

    /** Whose seats an order marked, to be selected beside it; read with {@link #readMarked}. */
    public static List<Field<?>> marked(AccountId account, OrderId order) {
        return List.of(
                marked(account, order, ASSIGNMENT.SUBSCRIPTION_ID).as(MARKED_SUBSCRIPTIONS),
                marked(account, order, ASSIGNMENT.USER_ID).as(MARKED_USERS));
    }

    private static Field<UUID[]> marked(AccountId account, OrderId order, Field<?> column) {
        return field(
                "{0}",
                SQLDataType.UUID.array(),
                array(select(column)
                        .from(ASSIGNMENT)
                        .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                        .and(ASSIGNMENT.RELEASING_ORDER_ID.eq(order))
                        .orderBy(ASSIGNMENT.ID)));
    }

    /** The users whose seats are marked, by subscription. */
    public static Map<SubscriptionId, List<UserId>> readMarked(Record row) {
        UUID[] subscriptions = row.get(MARKED_SUBSCRIPTIONS);
        UUID[] users = row.get(MARKED_USERS);
        return IntStream.range(0, users.length)
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> new SubscriptionId(subscriptions[i]),
                        LinkedHashMap::new,
                        Collectors.mapping(i -> new UserId(users[i]), Collectors.toList())));
    }

    /** Marks the seats; how many of each subscription is part of {@link SubscriptionChanges#hold}. */
    public static List<Query> mark(AccountId account, OrderId order, Collection<OrderedRelease> releases) {
        if (releases.isEmpty()) {
            return List.of();
        }
        var given = given(releases);
        return List.of(update(ASSIGNMENT)
                .set(ASSIGNMENT.RELEASING_ORDER_ID, order)
                .from(given.table())
                .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                .and(ASSIGNMENT.SUBSCRIPTION_ID.eq(given.get(ASSIGNMENT.SUBSCRIPTION_ID)))
                .and(ASSIGNMENT.USER_ID.eq(given.get(ASSIGNMENT.USER_ID)))
                .and(ASSIGNMENT.RELEASED_AT.isNull()));
    }

    /** Unmarks what an order marked; how many is part of {@link SubscriptionChanges#letGo}. */
    public static Query unmark(AccountId account, OrderId order) {
        return update(ASSIGNMENT)
                .set(ASSIGNMENT.RELEASING_ORDER_ID, castNull(ASSIGNMENT.RELEASING_ORDER_ID))
                .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                .and(ASSIGNMENT.RELEASING_ORDER_ID.eq(order));
    }

    /** Releases what an order marked, and counts it. */
    public static List<Query> releaseMarked(AccountId account, OrderId order, Instant at, String by) {
        return List.of(
                update(ASSIGNMENT)
                        .set(ASSIGNMENT.RELEASED_AT, at)
                        .set(ASSIGNMENT.RELEASED_BY, by)
                        .set(
                                ASSIGNMENT.RELEASE_REASON,
                                when(SUBSCRIPTION.PENDING_SEATS.eq(0L), inline("ENDED"))
                                        .otherwise(inline("REDUCED")))
                        .set(ASSIGNMENT.RELEASING_ORDER_ID, castNull(ASSIGNMENT.RELEASING_ORDER_ID))
                        .from(SUBSCRIPTION)
                        .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                        .and(ASSIGNMENT.RELEASING_ORDER_ID.eq(order))
                        .and(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                        .and(SUBSCRIPTION.ID.eq(ASSIGNMENT.SUBSCRIPTION_ID)),
                SubscriptionChanges.countReleased(account, order));
    }

    /** Releases seats at once, and counts them. */
    public static List<Query> release(AccountId account, Instant at, String by, Collection<OrderedRelease> releases) {
        if (releases.isEmpty()) {
            return List.of();
        }
        var given = given(releases);
        return List.of(
                update(ASSIGNMENT)
                        .set(ASSIGNMENT.RELEASED_AT, at)
                        .set(ASSIGNMENT.RELEASED_BY, by)
                        .set(
                                ASSIGNMENT.RELEASE_REASON,
                                when(given.get(ENDS), inline("ENDED")).otherwise(inline("REDUCED")))
                        .from(given.table())
                        .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                        .and(ASSIGNMENT.SUBSCRIPTION_ID.eq(given.get(ASSIGNMENT.SUBSCRIPTION_ID)))
                        .and(ASSIGNMENT.USER_ID.eq(given.get(ASSIGNMENT.USER_ID)))
                        .and(ASSIGNMENT.RELEASED_AT.isNull()),
                SubscriptionChanges.count(account, counts(releases)));
    }

    private static ParameterRows<OrderedRelease> given(Collection<OrderedRelease> releases) {
        return ParameterRows.of(releases)
                .with(ASSIGNMENT.SUBSCRIPTION_ID, OrderedRelease::subscriptionId)
                .with(ASSIGNMENT.USER_ID, OrderedRelease::userId)
                .with(ENDS, OrderedRelease::ends);
    }

    private static List<SeatCountChange> counts(Collection<OrderedRelease> releases) {
        return releases.stream()
                .collect(Collectors.groupingBy(OrderedRelease::subscriptionId, Collectors.counting()))
                .entrySet()
                .stream()
                .map(OrderedReleases::count)
                .toList();
    }

    private static SeatCountChange count(Map.Entry<SubscriptionId, Long> released) {
        return new SeatCountChange(released.getKey(), -released.getValue(), 0);
    }
}
