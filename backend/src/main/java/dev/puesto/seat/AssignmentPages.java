package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.puesto.account.Users;
import dev.puesto.api.Connection;
import dev.puesto.api.CursorStrategy;
import dev.puesto.api.PageRequest;
import dev.puesto.id.AccountId;
import dev.puesto.id.AssignmentId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.ParameterRows;
import dev.puesto.subscription.Subscription;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SortField;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Pages of who sits in subscriptions: one statement for a page of each of many subscriptions. */
@Component
class AssignmentPages {
    private static final CursorStrategy<UUID> CURSORS = CursorStrategy.byId("assignments");

    private final AccountDb db;

    AssignmentPages(AccountDb db) {
        this.db = db;
    }

    /** One page that is asked for. */
    record Key(Subscription subscription, PageRequest page) {}

    /** What one statement reads: the same page of several subscriptions. */
    private record Group(AccountId account, PageRequest page) {}

    /** The pages of those keys, oldest assignments first. */
    Map<Key, Connection<Assignment>> load(Set<Key> keys) {
        Map<Key, Connection<Assignment>> pages = new HashMap<>();
        keys.stream()
                .collect(Collectors.groupingBy(
                        key -> new Group(key.subscription().accountId(), key.page())))
                .forEach((group, members) -> pages.putAll(load(group, members)));
        return pages;
    }

    private Map<Key, Connection<Assignment>> load(Group group, List<Key> keys) {
        List<SubscriptionId> ids =
                keys.stream().map(key -> key.subscription().subscriptionId()).toList();
        Map<SubscriptionId, List<Assignment>> rows =
                db.one(group.account(), sql -> read(sql, group, ids)).map(Assignments::read).stream()
                        .collect(Collectors.groupingBy(Assignment::subscriptionId));
        return keys.stream().collect(Collectors.toMap(key -> key, key -> page(key, rows)));
    }

    private static Connection<Assignment> page(Key key, Map<SubscriptionId, List<Assignment>> rows) {
        Subscription subscription = key.subscription();
        return Connection.of(
                key.page(),
                rows.getOrDefault(subscription.subscriptionId(), List.of()),
                CURSORS,
                assignment -> assignment.assignmentId().value(),
                subscription::seatsAssigned);
    }

    private static Result<Record> read(DSLContext sql, Group group, Collection<SubscriptionId> subscriptions) {
        var given = ParameterRows.of(subscriptions).with(ASSIGNMENT.SUBSCRIPTION_ID, id -> id);
        return sql.select(Assignments.COLUMNS)
                .from(given.table())
                .crossJoin(lateral(page(group, given)))
                .crossJoin(lateral(Users.one(group.account(), ACCOUNT_USER.ID.eq(ASSIGNMENT.USER_ID))))
                .orderBy(order(group.page()))
                .fetch();
    }

    /** The page of one subscription, under the table's own name, so that its columns are found there. */
    private static Table<?> page(Group group, ParameterRows<SubscriptionId> given) {
        return select(ASSIGNMENT.fields())
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.ACCOUNT_ID.eq(group.account()))
                .and(ASSIGNMENT.SUBSCRIPTION_ID.eq(given.get(ASSIGNMENT.SUBSCRIPTION_ID)))
                .and(ASSIGNMENT.RELEASED_AT.isNull())
                .and(behind(group.page()))
                .orderBy(order(group.page()))
                .limit(group.page().limit())
                .asTable(ASSIGNMENT.getName());
    }

    private static Condition behind(PageRequest page) {
        return CURSORS.read(page)
                .map(AssignmentId::new)
                .map(id -> page.forward() ? ASSIGNMENT.ID.gt(id) : ASSIGNMENT.ID.lt(id))
                .orElse(noCondition());
    }

    private static SortField<AssignmentId> order(PageRequest page) {
        return page.forward() ? ASSIGNMENT.ID.asc() : ASSIGNMENT.ID.desc();
    }
}
