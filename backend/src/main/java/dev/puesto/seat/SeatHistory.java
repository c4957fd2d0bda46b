package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.CHARGE_LINE;
import static dev.puesto.jooq.Tables.PRODUCT;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lead;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import dev.puesto.account.Account;
import dev.puesto.api.Refusal;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.subscription.Subscription;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many seats were owned and assigned at the end of each day. Owned: by the charges, each of which says from when to
 * when how many seats were paid for. Assigned: the kept count of today, less what was assigned and more what was released
 * since, so that only the changes within the days are read, never all seats.
 */
@Component
class SeatHistory {
    static final int DAYS_MAX = 366;

    private static final String OWNED = "OWNED";
    private static final String ASSIGNED = "ASSIGNED";
    private static final String TODAY = "TODAY";
    private static final Field<Instant> FROM = field(name("line", "from_at"), SQLDataType.INSTANT);
    private static final Field<Instant> TO = field(name("line", "to_at"), SQLDataType.INSTANT);
    private static final Field<Long> SEATS = field(name("line", "seats"), SQLDataType.BIGINT);

    private final AccountDb db;
    private final Clock clock;

    SeatHistory(AccountDb db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The end of one day, or now where the day is today. */
    record Day(LocalDate date, long owned, long assigned) {}

    /** Which subscriptions: one, those of a product, or all of the account. */
    record Asked(
            @Nullable GlobalId subscriptionId, @Nullable String productCode, int days) {}

    private record Changes(Map<LocalDate, Long> owned, Map<LocalDate, Long> assigned, long assignedNow) {}

    /** The last days of the account's calendar, today included, oldest first. */
    List<Day> byDay(Account account, Asked asked) {
        if (asked.days() < 1 || asked.days() > DAYS_MAX) {
            throw Refusal.badRequest("range", 1, DAYS_MAX);
        }
        LocalDate last = LocalDate.ofInstant(account.now(clock), account.timeZone());
        LocalDate first = last.minusDays(asked.days() - 1L);
        Changes changes = read(account, subscriptions(account.accountId(), asked), first, last);
        List<Day> days = new ArrayList<>();
        long owned = 0;
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            owned += changes.owned().getOrDefault(date, 0L);
            days.add(new Day(date, owned, 0));
        }
        return withAssigned(days, changes);
    }

    private static List<Day> withAssigned(List<Day> days, Changes changes) {
        List<Day> backwards = new ArrayList<>();
        long assigned = changes.assignedNow();
        for (Day day : days.reversed()) {
            backwards.add(new Day(day.date(), day.owned(), assigned));
            assigned -= changes.assigned().getOrDefault(day.date(), 0L);
        }
        Collections.reverse(backwards);
        return backwards;
    }

    private Changes read(Account account, Condition subscriptions, LocalDate first, LocalDate last) {
        Calendar calendar = new Calendar(
                account, subscriptions, first.atStartOfDay(account.timeZone()).toInstant());
        Changes changes = new Changes(new HashMap<>(), new HashMap<>(), 0);
        long now = 0;
        for (var row : db.one(account.accountId(), sql -> sql.fetch(calendar.statement()))) {
            long seats = row.value3() == null ? 0 : row.value3().longValueExact();
            switch (row.value1()) {
                case OWNED -> changes.owned().merge(row.value2(), seats, Long::sum);
                case ASSIGNED -> changes.assigned().merge(earlier(row.value2(), last), seats, Long::sum);
                default -> now += seats;
            }
        }
        return new Changes(changes.owned(), changes.assigned(), now);
    }

    /** What the kept count holds already happened by now, whatever a clock that was set back says. */
    private static LocalDate earlier(LocalDate day, LocalDate last) {
        return day.isAfter(last) ? last : day;
    }

    private static Condition subscriptions(AccountId account, Asked asked) {
        Condition one = asked.subscriptionId() == null
                ? noCondition()
                : SUBSCRIPTION.ID.eq(asked.subscriptionId()
                        .in(account, Subscription.TYPE, SubscriptionId::new)
                        .orElseThrow(() -> Refusal.notFound("subscriptionId")));
        Condition product = asked.productCode() == null
                ? noCondition()
                : SUBSCRIPTION.PRODUCT_ID.eq(
                        select(PRODUCT.ID).from(PRODUCT).where(PRODUCT.CODE.eq(asked.productCode())));
        return SUBSCRIPTION.ACCOUNT_ID.eq(account).and(one).and(product);
    }

    /** The parts of the one statement. */
    private record Calendar(Account account, Condition subscriptions, Instant first) {

        Select<Record3<String, LocalDate, BigDecimal>> statement() {
            Field<LocalDate> none = inline((LocalDate) null, SQLDataType.LOCALDATE);
            return begun().unionAll(over())
                    .unionAll(assigned(ASSIGNMENT.ASSIGNED_AT, 1))
                    .unionAll(assigned(ASSIGNMENT.RELEASED_AT, -1))
                    .unionAll(select(inline(TODAY), none, sum(SUBSCRIPTION.SEATS_ASSIGNED))
                            .from(SUBSCRIPTION)
                            .where(subscriptions));
        }

        private Select<Record3<String, LocalDate, BigDecimal>> begun() {
            return select(inline(OWNED), day(FROM), sum(SEATS))
                    .from(lines())
                    .where(TO.isNull().or(TO.gt(first)))
                    .groupBy(day(FROM));
        }

        private Select<Record3<String, LocalDate, BigDecimal>> over() {
            return select(inline(OWNED), day(TO), sum(SEATS.neg()))
                    .from(lines())
                    .where(TO.gt(first))
                    .groupBy(day(TO));
        }

        /** What was charged for, from when to when: until it was replaced, the next one began, or all was over. */
        private Table<?> lines() {
            Field<Instant> next = lead(CHARGE_LINE.START_AT)
                    .over()
                    .partitionBy(CHARGE_LINE.SUBSCRIPTION_ID)
                    .orderBy(CHARGE_LINE.START_AT, CHARGE_LINE.ID);
            return select(
                            greatest(CHARGE_LINE.START_AT, val(first, CHARGE_LINE.START_AT))
                                    .as(FROM),
                            least(next, coalesce(CHARGE_LINE.REPLACED_AT, SUBSCRIPTION.ENDED_AT))
                                    .as(TO),
                            CHARGE_LINE.SEATS.as(SEATS))
                    .from(SUBSCRIPTION)
                    .join(CHARGE_LINE)
                    .on(CHARGE_LINE.ACCOUNT_ID.eq(account.accountId()))
                    .and(CHARGE_LINE.SUBSCRIPTION_ID.eq(SUBSCRIPTION.ID))
                    .where(subscriptions)
                    .asTable("line");
        }

        private Select<Record3<String, LocalDate, BigDecimal>> assigned(Field<Instant> at, int sign) {
            return select(inline(ASSIGNED), day(at), count().mul(inline(sign)).cast(SQLDataType.NUMERIC))
                    .from(SUBSCRIPTION)
                    .join(ASSIGNMENT)
                    .on(ASSIGNMENT.ACCOUNT_ID.eq(account.accountId()))
                    .and(ASSIGNMENT.SUBSCRIPTION_ID.eq(SUBSCRIPTION.ID))
                    .and(ASSIGNMENT.PRODUCT_ID.eq(SUBSCRIPTION.PRODUCT_ID))
                    .where(subscriptions)
                    .and(at.ge(first))
                    .groupBy(day(at));
        }

        private Field<LocalDate> day(Field<Instant> at) {
            return field(
                    "({0} at time zone {1})::date",
                    SQLDataType.LOCALDATE, at, inline(account.timeZone().getId()));
        }
    }
}
