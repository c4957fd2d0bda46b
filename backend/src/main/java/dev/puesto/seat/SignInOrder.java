package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.LAST_SIGN_IN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.puesto.api.CursorStrategy;
import dev.puesto.api.Keyset;
import dev.puesto.id.AccountId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.Columns;
import dev.puesto.jooq.ParameterRows;
import dev.puesto.subscription.Subscription;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/**
 * Seats by the day of the last sign-in, who never signed in first; on one day by user. The few seats of small subscriptions
 * are sorted. Of many seats the sign-ins are walked day by day, each looked up among the seats; who never signed in is read
 * apart, and only where the page reaches there.
 *
 * @param rows the page
 */
record SignInOrder(AssignmentRows rows) {
    static final CursorStrategy<Place> CURSORS = CursorStrategy.of(
            "assignmentsBySignIn",
            place -> List.of(place.day().toString(), place.user().toString()),
            values -> new Place(LocalDate.parse(values.get(0)), UUID.fromString(values.get(1))));

    /** The day of those who never signed in. */
    static final LocalDate NEVER = LocalDate.EPOCH;

    /** The day of the last sign-in, where the page is joined. */
    static final Field<LocalDate> DAY =
            field(name(ASSIGNMENT.getName(), "signed_in_on"), LAST_SIGN_IN.SIGNED_IN_ON.getDataType());

    private static final Field<LocalDate> NO_DAY = inline(NEVER, LAST_SIGN_IN.SIGNED_IN_ON);

    /** Where a seat stands. */
    record Place(LocalDate day, UUID user) {
        static Place of(LocalDate day, Assignment seat) {
            return new Place(day, seat.user().userId().value());
        }

        boolean isNever() {
            return day.equals(NEVER);
        }
    }

    /** The page's seats under the name of their own table, with {@link #DAY}. */
    Table<?> of(ParameterRows<Subscription> given) {
        return (walks() ? walked(given) : sorted(given)).asTable(ASSIGNMENT.getName());
    }

    /** What the page's rows are ordered by once the users are joined. */
    List<OrderField<?>> ordering() {
        return keyset(DAY, ASSIGNMENT.USER_ID).order();
    }

    private boolean walks() {
        return rows.hashed() != null && rows.filter().prefix().isEmpty();
    }

    private Select<? extends Record> sorted(ParameterRows<Subscription> given) {
        Field<LocalDate> day = coalesce(LAST_SIGN_IN.SIGNED_IN_ON, NO_DAY);
        return select(ASSIGNMENT.fields())
                .select(day.as(DAY))
                .from(rows.seats().leftJoin(LAST_SIGN_IN).on(rows.isSignIn()))
                .where(rows.live(given))
                .and(behind(day, ASSIGNMENT.USER_ID))
                .orderBy(keyset(day, ASSIGNMENT.USER_ID).order())
                .limit(inline(rows.page().limit()));
    }

    /** PostgreSQL reads the second part only where the first leaves the page unfilled. */
    private Select<? extends Record> walked(ParameterRows<Subscription> given) {
        Optional<Place> place = place();
        if (ascending()) {
            boolean beyond = place.filter(begun -> !begun.isNever()).isPresent();
            return beyond ? ever(given) : first(never(given), ever(given));
        }
        return place.filter(Place::isNever).isPresent() ? never(given) : first(ever(given), never(given));
    }

    private Select<? extends Record> first(Select<? extends Record> one, Select<? extends Record> other) {
        return select().from(table("(({0}) union all ({1}))", one, other).as("part"))
                .limit(inline(rows.page().limit()));
    }

    private Select<? extends Record> ever(ParameterRows<Subscription> given) {
        return select(ASSIGNMENT.fields())
                .select(LAST_SIGN_IN.SIGNED_IN_ON)
                .from(signIns())
                .crossJoin(lateral(rows.seatOf(given, LAST_SIGN_IN.USER_ID)))
                .where(ASSIGNMENT.SUBSCRIPTION_ID.eq(given.get(ASSIGNMENT.SUBSCRIPTION_ID)))
                .and(rows.narrowed())
                .orderBy(signInKeyset().order())
                .limit(inline(rows.page().limit()));
    }

    /** In order before any is looked up among the seats: the offset keeps the planner from looking up all first. */
    private Table<?> signIns() {
        boolean behind = place().filter(place -> !place.isNever()).isPresent();
        return select(LAST_SIGN_IN.USER_ID, LAST_SIGN_IN.SIGNED_IN_ON)
                .from(LAST_SIGN_IN)
                .where(LAST_SIGN_IN.ACCOUNT_ID.eq(rows.account()))
                .and(LAST_SIGN_IN.PRODUCT_ID.eq(rows.hashed()))
                .and(behind ? behind(LAST_SIGN_IN.SIGNED_IN_ON, LAST_SIGN_IN.USER_ID) : noCondition())
                .orderBy(signInKeyset().order())
                .offset(inline(0))
                .asTable(LAST_SIGN_IN.getName());
    }

    private Keyset<LocalDate, UserId> signInKeyset() {
        return keyset(LAST_SIGN_IN.SIGNED_IN_ON, LAST_SIGN_IN.USER_ID);
    }

    private Select<? extends Record> never(ParameterRows<Subscription> given) {
        AccountId account = rows.account();
        Keyset<UserId, UserId> byUser = new Keyset<>(ASSIGNMENT.USER_ID, ASSIGNMENT.USER_ID, ascending());
        Condition signedIn = Columns.isInHashed(
                ASSIGNMENT.USER_ID,
                select(LAST_SIGN_IN.USER_ID)
                        .from(LAST_SIGN_IN)
                        .where(LAST_SIGN_IN.ACCOUNT_ID.eq(account))
                        .and(LAST_SIGN_IN.PRODUCT_ID.eq(rows.hashed())));
        Condition behind = place().filter(Place::isNever)
                .map(place -> new UserId(place.user()))
                .map(user -> ascending() ? ASSIGNMENT.USER_ID.gt(user) : ASSIGNMENT.USER_ID.lt(user))
                .orElse(noCondition());
        return select(ASSIGNMENT.fields())
                .select(NO_DAY.as(LAST_SIGN_IN.SIGNED_IN_ON))
                .from(ASSIGNMENT)
                .where(rows.live(given))
                .and(ASSIGNMENT.PRODUCT_ID.eq(rows.hashed()))
                .and(signedIn.not())
                .and(behind)
                .orderBy(byUser.order().subList(0, 1))
                .limit(inline(rows.page().limit()));
    }

    private Condition behind(Field<LocalDate> day, Field<UserId> user) {
        return place().map(place -> keyset(day, user).behind(place.day(), new UserId(place.user())))
                .orElse(noCondition());
    }

    private Keyset<LocalDate, UserId> keyset(Field<LocalDate> day, Field<UserId> user) {
        return Keyset.of(day, user, rows.page(), rows.order().direction());
    }

    private boolean ascending() {
        return keyset(NO_DAY, ASSIGNMENT.USER_ID).ascending();
    }

    private Optional<Place> place() {
        return CURSORS.read(rows.page());
    }
}
