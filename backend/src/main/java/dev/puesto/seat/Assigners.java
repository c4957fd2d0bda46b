package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.withRecursive;

import dev.puesto.id.AccountId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.NameKey;
import dev.puesto.jooq.ParameterRows;
import dev.puesto.subscription.Subscription;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who assigned the live seats of subscriptions: a look-up for each of them, however many seats there are. */
@Component
class Assigners {
    private static final int MAX = 100;
    private static final String FOUND = "found";
    private static final Field<String> ACTOR =
            field(name(FOUND, ASSIGNMENT.ASSIGNED_BY.getName()), ASSIGNMENT.ASSIGNED_BY.getDataType());

    private static final Comparator<Assigner> BY_NAME = Comparator.comparing(
                    Assigner::key, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Assigner::actor);

    private final AccountDb db;
    private final Actors actors;

    Assigners(AccountDb db, Actors actors) {
        this.db = db;
        this.actors = actors;
    }

    /**
     * Who assigned seats.
     *
     * @param name null for the product itself
     */
    record Assigner(String actor, @Nullable String name) {
        private @Nullable String key() {
            return name == null ? null : NameKey.of(name);
        }
    }

    /** Those of each subscription, by name; the product itself comes first. */
    Map<Subscription, List<Assigner>> of(Collection<Subscription> subscriptions) {
        Map<SubscriptionId, List<String>> found = new HashMap<>();
        subscriptions.stream()
                .collect(Collectors.groupingBy(Subscription::accountId))
                .forEach((account, members) -> found.putAll(read(account, members)));
        Map<String, String> names = actors.namesOf(
                found.values().stream().flatMap(List::stream).distinct().toList());
        return subscriptions.stream()
                .distinct()
                .collect(Collectors.toMap(each -> each, each -> named(found.get(each.subscriptionId()), names)));
    }

    private static List<Assigner> named(@Nullable List<String> found, Map<String, String> names) {
        return found == null
                ? List.of()
                : found.stream()
                        .map(actor -> new Assigner(actor, names.get(actor)))
                        .sorted(BY_NAME)
                        .toList();
    }

    private Map<SubscriptionId, List<String>> read(AccountId account, List<Subscription> subscriptions) {
        var given = ParameterRows.of(subscriptions).with(ASSIGNMENT.SUBSCRIPTION_ID, Subscription::subscriptionId);
        Field<SubscriptionId> subscription = given.get(ASSIGNMENT.SUBSCRIPTION_ID);
        return db.one(
                account,
                sql -> sql.fetch(select(subscription, ACTOR)
                                .from(given.table())
                                .crossJoin(lateral(actors(account, subscription))))
                        .intoGroups(row -> row.value1(), row -> row.value2()));
    }

    /** The first by the index, then from each the next one behind. */
    private static Table<?> actors(AccountId account, Field<SubscriptionId> subscription) {
        var all = name(FOUND)
                .fields(ACTOR.getUnqualifiedName())
                .as(select(field(next(account, subscription, ASSIGNMENT.ASSIGNED_BY.ge(""))))
                        .unionAll(select(field(next(account, subscription, ASSIGNMENT.ASSIGNED_BY.gt(ACTOR))))
                                .from(table(name(FOUND)))
                                .where(ACTOR.isNotNull())));
        return withRecursive(all)
                .select(ACTOR)
                .from(all)
                .where(ACTOR.isNotNull())
                .limit(inline(MAX))
                .asTable(FOUND);
    }

    private static Select<Record1<String>> next(
            AccountId account, Field<SubscriptionId> subscription, Condition behind) {
        return select(ASSIGNMENT.ASSIGNED_BY)
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                .and(ASSIGNMENT.SUBSCRIPTION_ID.eq(subscription))
                .and(ASSIGNMENT.RELEASED_AT.isNull())
                .and(behind)
                .orderBy(ASSIGNMENT.ASSIGNED_BY)
                .limit(inline(1));
    }
}
