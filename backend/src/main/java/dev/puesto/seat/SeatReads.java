package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.LAST_SIGN_IN;

import dev.puesto.account.User;
import dev.puesto.id.AccountId;
import dev.puesto.id.AssignmentId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.Columns;
import dev.puesto.subscription.Subscription;
import dev.puesto.subscription.Subscriptions;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What stands beside many assignments or users, each in one statement per account. */
@Component
class SeatReads {
    private final AccountDb db;

    SeatReads(AccountDb db) {
        this.db = db;
    }

    /** The live seats of users, oldest first. */
    Map<User, List<Assignment>> seats(List<User> users) {
        return byAccount(users, User::accountId, (account, members) -> {
            List<UserId> ids = members.stream().map(User::userId).toList();
            Map<UserId, List<Assignment>> seats = db
                    .one(
                            account,
                            sql -> sql.fetch(Assignments.live(account)
                                    .and(Columns.isAmong(ASSIGNMENT.USER_ID, ids))
                                    .orderBy(ASSIGNMENT.ID)))
                    .map(Assignments::read)
                    .stream()
                    .collect(Collectors.groupingBy(seat -> seat.user().userId()));
            return members.stream()
                    .collect(Collectors.toMap(user -> user, user -> seats.getOrDefault(user.userId(), List.of())));
        });
    }

    /** The subscriptions that assignments are of. */
    Map<Assignment, Subscription> subscriptions(List<Assignment> assignments) {
        return byAccount(assignments, Assignment::accountId, (account, members) -> {
            List<SubscriptionId> ids =
                    members.stream().map(Assignment::subscriptionId).distinct().toList();
            Map<SubscriptionId, Subscription> subscriptions =
                    db
                            .one(account, sql -> sql.fetch(Subscriptions.byId(account, ids)))
                            .map(Subscriptions::read)
                            .stream()
                            .collect(Collectors.toMap(Subscription::subscriptionId, Function.identity()));
            return members.stream()
                    .collect(Collectors.toMap(seat -> seat, seat -> subscriptions.get(seat.subscriptionId())));
        });
    }

    /** When the users of assignments last signed in to the product; without those who never did. */
    Map<Assignment, Instant> lastSignIns(List<Assignment> assignments) {
        return byAccount(assignments, Assignment::accountId, (account, members) -> {
            Map<AssignmentId, Instant> instants = lastSignIns(
                    account, members.stream().map(Assignment::assignmentId).toList());
            return members.stream()
                    .filter(seat -> instants.containsKey(seat.assignmentId()))
                    .collect(Collectors.toMap(seat -> seat, seat -> instants.get(seat.assignmentId())));
        });
    }

    private Map<AssignmentId, Instant> lastSignIns(AccountId account, List<AssignmentId> ids) {
        return db.one(
                account,
                sql -> sql.select(ASSIGNMENT.ID, LAST_SIGN_IN.SIGNED_IN_AT)
                        .from(ASSIGNMENT)
                        .join(LAST_SIGN_IN)
                        .on(LAST_SIGN_IN.ACCOUNT_ID.eq(ASSIGNMENT.ACCOUNT_ID))
                        .and(LAST_SIGN_IN.USER_ID.eq(ASSIGNMENT.USER_ID))
                        .and(LAST_SIGN_IN.PRODUCT_ID.eq(ASSIGNMENT.PRODUCT_ID))
                        .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                        .and(Columns.isAmong(ASSIGNMENT.ID, ids))
                        .fetchMap(ASSIGNMENT.ID, LAST_SIGN_IN.SIGNED_IN_AT));
    }

    private static <K, V> Map<K, V> byAccount(
            List<K> keys, Function<K, AccountId> account, BiFunction<AccountId, Collection<K>, Map<K, V>> load) {
        Map<K, V> all = new HashMap<>();
        keys.stream()
                .distinct()
                .collect(Collectors.groupingBy(account))
                .forEach((id, members) -> all.putAll(load.apply(id, members)));
        return all;
    }
}
