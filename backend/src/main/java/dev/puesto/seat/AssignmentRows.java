package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.LAST_SIGN_IN;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.puesto.account.Users;
import dev.puesto.api.CursorStrategy;
import dev.puesto.api.CursorStrategy.TextAndId;
import dev.puesto.api.Keyset;
import dev.puesto.api.PageRequest;
import dev.puesto.id.AccountId;
import dev.puesto.id.AssignmentId;
import dev.puesto.id.ProductId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.Columns;
import dev.puesto.jooq.ParameterRows;
import dev.puesto.subscription.Subscription;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one page of live seats, as a table to be joined laterally for each subscription given. Which way it is read
 * follows the kept count: the few seats of a small subscription are sorted; of a large one the users are walked by name
 * and each is looked up among the seats, so that a page costs the same at any depth.
 *
 * @param now the account's
 * @param few whether none of the subscriptions has many seats
 * @param hashed the one product of the page whose sign-ins are read once; null: each seat's is looked up
 */
record AssignmentRows(
        AccountId account,
        PageRequest page,
        AssignmentFilter filter,
        AssignmentOrder order,
        Instant now,
        boolean few,
        @Nullable ProductId hashed) {
    static final CursorStrategy<UUID> BY_AGE = CursorStrategy.byId("assignments");
    static final CursorStrategy<TextAndId> BY_NAME = CursorStrategy.byName("assignmentsByName");

    /** Up to here seats are sorted rather than users walked. */
    static final long FEW = 2_000;

    /** Whether it is the first page of all seats by their age, which most documents ask for. */
    boolean isFirstAndWhole() {
        return page.cursor() == null && filter.isEmpty() && order.field() == AssignmentOrder.By.ASSIGNED_AT;
    }

    /** The page's seats under the name of their own table, with {@link SignInOrder#DAY} where the order is by it. */
    Table<?> of(ParameterRows<Subscription> given) {
        return switch (order.field()) {
            case ASSIGNED_AT -> byAge(given);
            case NAME -> byName(given);
            case LAST_SIGN_IN -> new SignInOrder(this).of(given);
        };
    }

    /** The one product whose sign-ins a hash holds; null where there are few seats, or those of several subscriptions. */
    static @Nullable ProductId hashed(List<Subscription> subscriptions) {
        Subscription first = subscriptions.getFirst();
        boolean fits = first.seatsAssigned() > FEW && first.seatsAssigned() <= Columns.HASHED_AT_MOST;
        return subscriptions.size() == 1 && fits ? first.productId() : null;
    }

    /** What the page's rows are ordered by once the users are joined. */
    List<OrderField<?>> ordering() {
        return switch (order.field()) {
            case ASSIGNED_AT -> age().order().subList(0, 1);
            case NAME -> alphabet().order();
            case LAST_SIGN_IN -> new SignInOrder(this).ordering();
        };
    }

    private Table<?> byAge(ParameterRows<Subscription> given) {
        Condition behind = BY_AGE.read(page)
                .map(AssignmentId::new)
                .map(id -> age().ascending() ? ASSIGNMENT.ID.gt(id) : ASSIGNMENT.ID.lt(id))
                .orElse(noCondition());
        return select(ASSIGNMENT.fields())
                .from(seats())
                .where(live(given))
                .and(behind)
                .orderBy(age().order().subList(0, 1))
                .limit(inline(page.limit()))
                .asTable(ASSIGNMENT.getName());
    }

    private Table<?> byName(ParameterRows<Subscription> given) {
        Condition behind = BY_NAME.read(page)
                .map(place -> alphabet().behind(place.text(), new UserId(place.id())))
                .orElse(noCondition());
        var seats = few
                ? select(ASSIGNMENT.fields())
                        .from(ASSIGNMENT)
                        .crossJoin(lateral(Users.one(account, isUser())))
                        .where(live(given))
                        .and(behind)
                : select(ASSIGNMENT.fields())
                        .from(usersByName(behind))
                        .crossJoin(lateral(seatOf(given, ACCOUNT_USER.ID)))
                        .where(ASSIGNMENT.SUBSCRIPTION_ID.eq(given.get(ASSIGNMENT.SUBSCRIPTION_ID)))
                        .and(narrowed());
        return seats.orderBy(alphabet().order()).limit(inline(page.limit())).asTable(ASSIGNMENT.getName());
    }

    /** In order before anybody is looked up among the seats: the offset keeps the planner from looking up all first. */
    private Table<?> usersByName(Condition behind) {
        return users(behind).orderBy(alphabet().order()).offset(inline(0)).asTable(ACCOUNT_USER.getName());
    }

    private SelectConditionStep<Record2<UserId, String>> users(Condition behind) {
        return select(ACCOUNT_USER.ID, ACCOUNT_USER.NAME_KEY)
                .from(ACCOUNT_USER)
                .where(ACCOUNT_USER.ACCOUNT_ID.eq(account))
                .and(Users.beginning(filter.prefix()))
                .and(behind);
    }

    /** The user's seat in the product, by the one index that a sign-in is checked by; the limit keeps the planner there. */
    Table<?> seatOf(ParameterRows<Subscription> given, Field<UserId> user) {
        return select(ASSIGNMENT.fields())
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                .and(ASSIGNMENT.PRODUCT_ID.eq(given.get(ASSIGNMENT.PRODUCT_ID)))
                .and(ASSIGNMENT.USER_ID.eq(user))
                .and(ASSIGNMENT.RELEASED_AT.isNull())
                .limit(inline(1))
                .asTable(ASSIGNMENT.getName());
    }

    private Keyset<AssignmentId, AssignmentId> age() {
        return Keyset.of(ASSIGNMENT.ID, ASSIGNMENT.ID, page, order.direction());
    }

    private Keyset<String, UserId> alphabet() {
        return Keyset.of(ACCOUNT_USER.NAME_KEY, ACCOUNT_USER.ID, page, order.direction());
    }

    /** Which live seats of the account the filter means, where they are read from {@link #seats}. */
    Condition live() {
        return ASSIGNMENT
                .ACCOUNT_ID
                .eq(account)
                .and(ASSIGNMENT.RELEASED_AT.isNull())
                .and(narrowed());
    }

    /** The same of the subscription given. */
    Condition live(ParameterRows<Subscription> given) {
        return live().and(ASSIGNMENT.SUBSCRIPTION_ID.eq(given.get(ASSIGNMENT.SUBSCRIPTION_ID)));
    }

    /**
     * Seats, joined with their users where the filter asks for those: each of few seats looks its user up, else each user
     * that the filter means their seats. A plain join compares every seat with every such user where the planner, which
     * knows no prefix, expects a handful of them.
     */
    Table<?> seats() {
        if (filter.prefix().isEmpty()) {
            return ASSIGNMENT;
        }
        return few
                ? ASSIGNMENT.crossJoin(lateral(Users.one(account, isUser())))
                : users(noCondition()).asTable(ACCOUNT_USER.getName()).crossJoin(lateral(seatsOf(ACCOUNT_USER.ID)));
    }

    /** All live seats of a user, with an offset that keeps the planner at a look-up per user. */
    private Table<?> seatsOf(Field<UserId> user) {
        return select(ASSIGNMENT.fields())
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                .and(ASSIGNMENT.USER_ID.eq(user))
                .and(ASSIGNMENT.RELEASED_AT.isNull())
                .offset(inline(0))
                .asTable(ASSIGNMENT.getName());
    }

    private Condition isUser() {
        return ACCOUNT_USER
                .ACCOUNT_ID
                .eq(account)
                .and(ACCOUNT_USER.ID.eq(ASSIGNMENT.USER_ID))
                .and(Users.beginning(filter.prefix()));
    }

    /** Whether the row of {@code last_sign_in} is of the seat's user and product. */
    Condition isSignIn() {
        return LAST_SIGN_IN
                .ACCOUNT_ID
                .eq(account)
                .and(LAST_SIGN_IN.USER_ID.eq(ASSIGNMENT.USER_ID))
                .and(LAST_SIGN_IN.PRODUCT_ID.eq(ASSIGNMENT.PRODUCT_ID));
    }

    /** What the filter says of the seat itself, whoever sits there. */
    Condition narrowed() {
        return filter.assignedBy() == null
                ? inactive()
                : inactive().and(ASSIGNMENT.ASSIGNED_BY.eq(filter.assignedBy()));
    }

    /** Whether the seat was assigned as long ago as the filter says, and nobody signed in since. */
    private Condition inactive() {
        if (filter.inactiveForDays() == null) {
            return noCondition();
        }
        Instant since = now.minus(filter.days(), ChronoUnit.DAYS);
        return ASSIGNMENT
                .ASSIGNED_AT
                .le(since)
                .and(
                        hashed == null
                                ? notExists(active(since))
                                : sinceThen(since, hashed).not());
    }

    private Select<?> active(Instant since) {
        return selectOne().from(LAST_SIGN_IN).where(isSignIn()).and(LAST_SIGN_IN.SIGNED_IN_AT.gt(since));
    }

    /** Who signed in since then to a product of the page, read once: of many seats each would be a look-up of its own. */
    private Condition sinceThen(Instant since, ProductId product) {
        return Columns.isInHashed(
                ASSIGNMENT.USER_ID,
                select(LAST_SIGN_IN.USER_ID)
                        .from(LAST_SIGN_IN)
                        .where(LAST_SIGN_IN.ACCOUNT_ID.eq(account))
                        .and(LAST_SIGN_IN.PRODUCT_ID.eq(product))
                        .and(LAST_SIGN_IN.SIGNED_IN_AT.gt(since)));
    }

    /** How many seats of each of those subscriptions the filter means. */
    Select<Record2<SubscriptionId, Integer>> counts(Collection<SubscriptionId> subscriptions) {
        return select(ASSIGNMENT.SUBSCRIPTION_ID, count())
                .from(seats())
                .where(live())
                .and(Columns.isAmong(ASSIGNMENT.SUBSCRIPTION_ID, subscriptions))
                .groupBy(ASSIGNMENT.SUBSCRIPTION_ID);
    }
}
