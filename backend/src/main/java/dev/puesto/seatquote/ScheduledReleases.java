package dev.puesto.seatquote;

import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.select;

import dev.puesto.id.AccountId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.Columns;
import dev.puesto.seatquote.SeatsToRelease.Named;
import dev.puesto.seatquote.SeatsToRelease.Wanted;
import dev.puesto.subscription.ScheduledChange;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/**
 * Whose seats changes that wait for the renewal would free if they were due now: those of the users named, then those whom
 * the rule finds. Three statements for an account, whatever the number of its changes.
 */
@Controller
class ScheduledReleases {
    private final AccountDb db;

    ScheduledReleases(AccountDb db) {
        this.db = db;
    }

    /**
     * What a change would free.
     *
     * @param count how many seats
     * @param users whose, at most {@link SeatsStillAssigned#NAMED_MAX} of them
     */
    record Foreseen(long count, List<SeatedUserView> users) {
        private static final Foreseen NOTHING = new Foreseen(0, List.of());
    }

    @BatchMapping
    Map<ScheduledChange, Foreseen> releases(List<ScheduledChange> scheduledChanges) {
        Map<ScheduledChange, Foreseen> foreseen = new HashMap<>();
        scheduledChanges.stream()
                .distinct()
                .collect(Collectors.groupingBy(ScheduledChange::accountId))
                .forEach((account, changes) -> foreseen.putAll(foreseen(account, changes)));
        return foreseen;
    }

    private Map<ScheduledChange, Foreseen> foreseen(AccountId account, List<ScheduledChange> changes) {
        return db.transact(account, transaction -> {
            DSLContext sql = transaction.sql();
            Map<SubscriptionId, Long> assigned = assigned(sql, account, changes);
            Function<ScheduledChange, Long> excess =
                    change -> Math.max(0, assigned.get(change.subscriptionId()) - change.seats());
            List<ScheduledChange> releasing =
                    changes.stream().filter(change -> excess.apply(change) > 0).toList();
            var named = SeatsToRelease.named(sql, account, named(releasing)).seated();
            var byRule = SeatsToRelease.byRule(
                    sql,
                    account,
                    releasing.stream()
                            .map(change -> question(change, excess.apply(change)))
                            .toList());
            return changes.stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            change -> foreseen(
                                    change,
                                    excess.apply(change),
                                    named.getOrDefault(change.subscriptionId(), List.of()),
                                    byRule.getOrDefault(question(change, excess.apply(change)), List.of()))));
        });
    }

    private static Map<SubscriptionId, Long> assigned(
            DSLContext sql, AccountId account, Collection<ScheduledChange> changes) {
        var ids = changes.stream().map(ScheduledChange::subscriptionId).toList();
        return sql.fetch(select(SUBSCRIPTION.ID, SUBSCRIPTION.SEATS_ASSIGNED)
                        .from(SUBSCRIPTION)
                        .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                        .and(Columns.isAmong(SUBSCRIPTION.ID, ids)))
                .intoMap(row -> row.value1(), row -> row.value2());
    }

    private static List<Named> named(Collection<ScheduledChange> changes) {
        return changes.stream()
                .flatMap(change ->
                        change.releaseUserIds().stream().map(user -> new Named(change.subscriptionId(), user)))
                .toList();
    }

    /** As many more than are shown as are named: the rule may find the same users. */
    private static Wanted question(ScheduledChange change, long excess) {
        long shown = Math.min(
                excess, SeatsStillAssigned.NAMED_MAX + change.releaseUserIds().size());
        return new Wanted(change.subscriptionId(), change.releaseRule(), shown);
    }

    private static Foreseen foreseen(
            ScheduledChange change, long excess, List<SeatedUser> named, List<SeatedUser> byRule) {
        if (excess == 0) {
            return Foreseen.NOTHING;
        }
        Set<UserId> first = named.stream().map(SeatedUser::userId).collect(Collectors.toSet());
        long count = Math.max(excess, named.size());
        return new Foreseen(
                count,
                Stream.concat(named.stream(), byRule.stream().filter(user -> !first.contains(user.userId())))
                        .limit(Math.min(count, SeatsStillAssigned.NAMED_MAX))
                        .map(user -> SeatedUserView.of(change.accountId(), user))
                        .toList());
    }
}
