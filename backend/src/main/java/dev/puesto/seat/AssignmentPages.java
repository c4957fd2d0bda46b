package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;

import dev.puesto.account.Accounts;
import dev.puesto.account.Users;
import dev.puesto.api.Connection;
import dev.puesto.api.CursorStrategy.TextAndId;
import dev.puesto.api.PageRequest;
import dev.puesto.id.AccountId;
import dev.puesto.id.AssignmentId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.KeptStatement;
import dev.puesto.jooq.ParameterRows;
import dev.puesto.subscription.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** Pages of who sits in subscriptions: one statement for a page of each of many subscriptions. */
@Component
class AssignmentPages {
    private static final KeptStatement FIRST = new KeptStatement();

    private final AccountDb db;
    private final Accounts accounts;

    AssignmentPages(AccountDb db, Accounts accounts) {
        this.db = db;
        this.accounts = accounts;
    }

    /** One page that is asked for. */
    record Key(Subscription subscription, PageRequest page, AssignmentFilter filter, AssignmentOrder order) {
        /** A page of all seats, first assigned first. */
        static Key of(Subscription subscription, PageRequest page) {
            return new Key(subscription, page, AssignmentFilter.ALL, AssignmentOrder.OLDEST_FIRST);
        }
    }

    /** What one statement reads: the same page of several subscriptions. */
    private record Group(AccountId account, PageRequest page, AssignmentFilter filter, AssignmentOrder order) {}

    /** What it read. */
    private record Found(Map<SubscriptionId, List<Assignment>> seats, Map<AssignmentId, LocalDate> signIns) {}

    /** The pages of those keys. */
    Map<Key, Connection<Assignment>> load(Set<Key> keys) {
        Map<Key, Connection<Assignment>> pages = new HashMap<>();
        keys.stream()
                .collect(Collectors.groupingBy(
                        key -> new Group(key.subscription().accountId(), key.page(), key.filter(), key.order())))
                .forEach((group, members) -> pages.putAll(load(group, members)));
        return pages;
    }

    private Map<Key, Connection<Assignment>> load(Group group, List<Key> keys) {
        List<Subscription> subscriptions = keys.stream().map(Key::subscription).toList();
        AssignmentRows rows = rows(group, subscriptions);
        Found found = found(db.one(group.account(), sql -> read(sql, rows, subscriptions)), rows);
        Counts counts = new Counts(rows, subscriptions);
        return keys.stream().collect(Collectors.toMap(key -> key, key -> page(key, found, counts)));
    }

    private AssignmentRows rows(Group group, List<Subscription> subscriptions) {
        boolean few = subscriptions.stream().allMatch(each -> each.seatsAssigned() <= AssignmentRows.FEW);
        Instant now = group.filter().inactiveForDays() == null ? Instant.EPOCH : accounts.now(group.account());
        return new AssignmentRows(
                group.account(),
                group.page(),
                group.filter(),
                group.order(),
                now,
                few,
                AssignmentRows.hashed(subscriptions));
    }

    private static Found found(Result<Record> read, AssignmentRows rows) {
        Map<SubscriptionId, List<Assignment>> seats =
                read.map(Assignments::read).stream().collect(Collectors.groupingBy(Assignment::subscriptionId));
        return rows.order().field() == AssignmentOrder.By.LAST_SIGN_IN
                ? new Found(seats, read.intoMap(ASSIGNMENT.ID, SignInOrder.DAY))
                : new Found(seats, Map.of());
    }

    private static Connection<Assignment> page(Key key, Found found, Counts counts) {
        Subscription subscription = key.subscription();
        List<Assignment> rows = found.seats().getOrDefault(subscription.subscriptionId(), List.of());
        LongSupplier total = key.filter().isEmpty() ? subscription::seatsAssigned : () -> counts.of(subscription);
        return switch (key.order().field()) {
            case ASSIGNED_AT ->
                Connection.of(
                        key.page(),
                        rows,
                        AssignmentRows.BY_AGE,
                        seat -> seat.assignmentId().value(),
                        total);
            case NAME -> Connection.of(key.page(), rows, AssignmentRows.BY_NAME, AssignmentPages::name, total);
            case LAST_SIGN_IN ->
                Connection.of(
                        key.page(),
                        rows,
                        SignInOrder.CURSORS,
                        seat -> SignInOrder.Place.of(found.signIns().get(seat.assignmentId()), seat),
                        total);
        };
    }

    private static TextAndId name(Assignment seat) {
        return new TextAndId(seat.user().nameKey(), seat.user().userId().value());
    }

    private static Result<Record> read(DSLContext sql, AssignmentRows rows, List<Subscription> subscriptions) {
        var given = ParameterRows.of(subscriptions)
                .with(ASSIGNMENT.SUBSCRIPTION_ID, Subscription::subscriptionId)
                .with(ASSIGNMENT.PRODUCT_ID, Subscription::productId);
        if (!rows.isFirstAndWhole()) {
            return sql.fetch(statement(rows, given));
        }
        List<Object> arguments = new ArrayList<>(given.arguments());
        arguments.add(rows.account());
        return FIRST.fetch(
                sql,
                List.of(rows.page().limit(), rows.page().forward(), rows.order()),
                () -> statement(rows, given),
                arguments);
    }

    private static Select<Record> statement(AssignmentRows rows, ParameterRows<Subscription> given) {
        boolean bySignIn = rows.order().field() == AssignmentOrder.By.LAST_SIGN_IN;
        return select(Assignments.COLUMNS)
                .select(bySignIn ? List.of(SignInOrder.DAY) : List.of())
                .from(given.table())
                .crossJoin(lateral(rows.of(given)))
                .crossJoin(lateral(Users.one(rows.account(), ACCOUNT_USER.ID.eq(ASSIGNMENT.USER_ID))))
                .orderBy(rows.ordering());
    }

    /** How many seats a filter means, of all subscriptions of the request in one statement when the first is asked for. */
    private final class Counts {
        private final AssignmentRows rows;
        private final List<Subscription> subscriptions;
        private Map<SubscriptionId, Integer> counted = Map.of();

        Counts(AssignmentRows rows, List<Subscription> subscriptions) {
            this.rows = rows;
            this.subscriptions = subscriptions;
        }

        long of(Subscription subscription) {
            if (counted.isEmpty()) {
                counted = db.one(
                        rows.account(),
                        sql -> sql.fetch(rows.counts(subscriptions.stream()
                                        .map(Subscription::subscriptionId)
                                        .toList()))
                                .intoMap(row -> row.value1(), row -> row.value2()));
            }
            return counted.getOrDefault(subscription.subscriptionId(), 0);
        }
    }
}
