package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.LAST_SIGN_IN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.puesto.account.Users;
import dev.puesto.api.CursorStrategy;
import dev.puesto.api.CursorStrategy.InstantAndId;
import dev.puesto.api.CursorStrategy.TextAndId;
import dev.puesto.api.Keyset;
import dev.puesto.api.PageRequest;
import dev.puesto.id.AccountId;
import dev.puesto.id.AssignmentId;
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
import org.jooq.Table;

/**
 * The rows of one page of live seats, as a table to be joined laterally for each subscription given. Which way it is read
 * follows the kept count: the few seats of a small subscription are sorted; of a large one the users are walked by name
 * and each is looked up among the seats, so that a page costs the same at any depth.
 *
 * @param now the account's
 * @param few whether none of the subscriptions has many seats
 */
record AssignmentRows(
        AccountId account, PageRequest page, AssignmentFilter filter, AssignmentOrder order, Instant now, boolean few) {
    static final CursorStrategy<UUID> BY_AGE = CursorStrategy.byId("assignments");
    static final CursorStrategy<TextAndId> BY_NAME = CursorStrategy.byText("assignmentsByName");
    static final CursorStrategy<InstantAndId> BY_SIGN_IN = CursorStrategy.byInstant("assignmentsBySignIn");

    /** Where those stand who never signed in: before everybody else. */
    static final Instant NEVER = Instant.EPOCH;

    /** Up to here seats are sorted rather than users walked. */
    static final long FEW = 2_000;

    /** When the user last signed in, {@link #NEVER} included; there where the order is by sign-in. */
    static final Field<Instant> SIGNED_IN = coalesce(
                    LAST_SIGN_IN.SIGNED_IN_AT, inline(NEVER, LAST_SIGN_IN.SIGNED_IN_AT))
            .as("signed_in");

    /** The same, where the page is joined. */
    static final Field<Instant> SIGNED_IN_OF_PAGE =
            field(name(ASSIGNMENT.getName(), "signed_in"), LAST_SIGN_IN.SIGNED_IN_AT.getDataType());

    /** Whether it is the first page of all seats by their age, which most documents ask for. */
    boolean isFirstAndWhole() {
        return page.cursor() == null && filter.isEmpty() && order.field() == AssignmentOrder.By.ASSIGNED_AT;
    }

    /** The page's seats under the name of their own table, with {@link #SIGNED_IN} where the order is by it. */
    Table<?> of(ParameterRows<Subscription> given) {
        return switch (order.field()) {
            case ASSIGNED_AT -> byAge(given);
            case NAME -> byName(given);
            case LAST_SIGN_IN -> bySignIn(given);
        };
    }

    /** What the page's rows are ordered by once the users are joined. */
    List<OrderField<?>> ordering() {
        return switch (order.field()) {
            case ASSIGNED_AT -> age().order().subList(0, 1);
            case NAME -> alphabet().order();
            case LAST_SIGN_IN -> signIn(SIGNED_IN_OF_PAGE).order();
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
                : select(ASSIGNMENT.fields())
                        .from(ACCOUNT_USER)
                        .crossJoin(lateral(seatOf(given)))
                        .where(ACCOUNT_USER.ACCOUNT_ID.eq(account))
                        .and(Users.beginning(filter.prefix()))
                        .and(ASSIGNMENT.SUBSCRIPTION_ID.eq(given.get(ASSIGNMENT.SUBSCRIPTION_ID)))
                        .and(inactive());
        return seats.and(behind)
                .orderBy(alphabet().order())
                .limit(inline(page.limit()))
                .asTable(ASSIGNMENT.getName());
    }

    /** The user's seat in the product, by the one index that a sign-in is checked by; the limit keeps the planner there. */
    private Table<?> seatOf(ParameterRows<Subscription> given) {
        return select(ASSIGNMENT.fields())
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                .and(ASSIGNMENT.PRODUCT_ID.eq(given.get(ASSIGNMENT.PRODUCT_ID)))
                .and(ASSIGNMENT.USER_ID.eq(ACCOUNT_USER.ID))
                .and(ASSIGNMENT.RELEASED_AT.isNull())
                .limit(inline(1))
                .asTable(ASSIGNMENT.getName());
    }

    private Table<?> bySignIn(ParameterRows<Subscription> given) {
        Field<Instant> signedIn = coalesce(LAST_SIGN_IN.SIGNED_IN_AT, inline(NEVER, LAST_SIGN_IN.SIGNED_IN_AT));
        Condition behind = BY_SIGN_IN
                .read(page)
                .map(place -> signIn(signedIn).behind(place.instant(), new AssignmentId(place.id())))
                .orElse(noCondition());
        return select(ASSIGNMENT.fields())
                .select(SIGNED_IN)
                .from(seats().leftJoin(LAST_SIGN_IN).on(isSignIn()))
                .where(live(given))
                .and(behind)
                .orderBy(signIn(signedIn).order())
                .limit(inline(page.limit()))
                .asTable(ASSIGNMENT.getName());
    }

    private Keyset<AssignmentId, AssignmentId> age() {
        return Keyset.of(ASSIGNMENT.ID, ASSIGNMENT.ID, page, order.direction());
    }

    private Keyset<String, UserId> alphabet() {
        return Keyset.of(ACCOUNT_USER.NAME_KEY, ACCOUNT_USER.ID, page, order.direction());
    }

    private Keyset<Instant, AssignmentId> signIn(Field<Instant> signedIn) {
        return Keyset.of(signedIn, ASSIGNMENT.ID, page, order.direction());
    }

    /** Which live seats of the account the filter means, where they are read from {@link #seats}. */
    Condition live() {
        return ASSIGNMENT
                .ACCOUNT_ID
                .eq(account)
                .and(ASSIGNMENT.RELEASED_AT.isNull())
                .and(inactive());
    }

    private Condition live(ParameterRows<Subscription> given) {
        return live().and(ASSIGNMENT.SUBSCRIPTION_ID.eq(given.get(ASSIGNMENT.SUBSCRIPTION_ID)));
    }

    /** Seats, joined with their users where the filter asks for those. */
    Table<?> seats() {
        return filter.prefix().isEmpty()
                ? ASSIGNMENT
                : ASSIGNMENT.join(ACCOUNT_USER).on(isUser());
    }

    private Condition isUser() {
        return ACCOUNT_USER
                .ACCOUNT_ID
                .eq(account)
                .and(ACCOUNT_USER.ID.eq(ASSIGNMENT.USER_ID))
                .and(Users.beginning(filter.prefix()));
    }

    private Condition isSignIn() {
        return LAST_SIGN_IN
                .ACCOUNT_ID
                .eq(account)
                .and(LAST_SIGN_IN.USER_ID.eq(ASSIGNMENT.USER_ID))
                .and(LAST_SIGN_IN.PRODUCT_ID.eq(ASSIGNMENT.PRODUCT_ID));
    }

    private Condition inactive() {
        if (filter.inactiveForDays() == null) {
            return noCondition();
        }
        Instant since = now.minus(filter.days(), ChronoUnit.DAYS);
        return ASSIGNMENT
                .ASSIGNED_AT
                .le(since)
                .and(notExists(
                        selectOne().from(LAST_SIGN_IN).where(isSignIn()).and(LAST_SIGN_IN.SIGNED_IN_AT.gt(since))));
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
