package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import dev.puesto.account.Account;
import dev.puesto.account.Accounts;
import dev.puesto.account.User;
import dev.puesto.account.Users;
import dev.puesto.api.PageRequest;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.jooq.Columns;
import dev.puesto.seat.LockedSubscriptions.Locked;
import dev.puesto.subscription.Subscription;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom the filter of a call means: users without a seat of the product, or seats of the subscription. */
@Component
class SeatMatches {
    private final AccountDb db;
    private final Accounts accounts;
    private final Clock clock;

    SeatMatches(AccountDb db, Accounts accounts, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The next ones, as many as a call may change; null where the call has no filter. */
    @Nullable
    List<UserId> users(AccountTransaction transaction, Locked locked, @Nullable Matching matching) {
        if (matching == null) {
            return null;
        }
        Subscription subscription = locked.subscription();
        return matching.users() == null
                ? transaction
                        .sql()
                        .fetch(select(ASSIGNMENT.USER_ID)
                                .from(rows(subscription, matching, locked.now()).seats())
                                .where(seats(subscription, matching, locked.now()))
                                .orderBy(ASSIGNMENT.ID)
                                .limit(UserSelection.MAX))
                        .map(row -> row.value1())
                : transaction
                        .sql()
                        .fetch(select(ACCOUNT_USER.ID)
                                .from(ACCOUNT_USER)
                                .where(users(locked.account(), subscription, matching, locked.now()))
                                .orderBy(ACCOUNT_USER.NAME_KEY, ACCOUNT_USER.ID)
                                .limit(UserSelection.MAX))
                        .map(row -> row.value1());
    }

    /** How many a filter means now; none where the call has no filter. */
    long remaining(Subscription subscription, @Nullable Matching matching) {
        if (matching == null) {
            return 0;
        }
        Account account = accounts.shown(subscription.accountId());
        Instant now = account.now(clock);
        return db.one(
                subscription.accountId(),
                sql -> sql.fetchSingle(
                                matching.users() == null
                                        ? selectCount()
                                                .from(rows(subscription, matching, now)
                                                        .seats())
                                                .where(seats(subscription, matching, now))
                                        : selectCount()
                                                .from(ACCOUNT_USER)
                                                .where(users(account, subscription, matching, now)))
                        .value1());
    }

    private static AssignmentRows rows(Subscription subscription, Matching matching, Instant now) {
        return new AssignmentRows(
                subscription.accountId(),
                PageRequest.first(1),
                matching.seats() == null ? AssignmentFilter.ALL : matching.seats(),
                AssignmentOrder.OLDEST_FIRST,
                now,
                subscription.seatsAssigned() <= AssignmentRows.FEW,
                AssignmentRows.hashed(List.of(subscription)));
    }

    private static Condition seats(Subscription subscription, Matching matching, Instant now) {
        return rows(subscription, matching, now)
                .live()
                .and(ASSIGNMENT.SUBSCRIPTION_ID.eq(subscription.subscriptionId()))
                .and(ASSIGNMENT.USER_ID.ne(all(Columns.array(ASSIGNMENT.USER_ID, except(subscription, matching)))));
    }

    private static Condition users(Account holder, Subscription subscription, Matching matching, Instant now) {
        AccountId account = holder.accountId();
        var seated = select(ASSIGNMENT.USER_ID)
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                .and(ASSIGNMENT.PRODUCT_ID.eq(subscription.productId()))
                .and(ASSIGNMENT.RELEASED_AT.isNull());
        boolean fits = holder.activeUsers() <= Columns.HASHED_AT_MOST;
        Condition isSeated = fits
                ? Columns.isInHashed(ACCOUNT_USER.ID, seated)
                : exists(seated.and(ASSIGNMENT.USER_ID.eq(ACCOUNT_USER.ID)));
        return ACCOUNT_USER
                .ACCOUNT_ID
                .eq(account)
                .and(Users.matching(holder, matching.users().ofActive(), now))
                .and(isSeated.not())
                .and(ACCOUNT_USER.ID.ne(all(Columns.array(ACCOUNT_USER.ID, except(subscription, matching)))));
    }

    private static List<UserId> except(Subscription subscription, Matching matching) {
        return matching.except().stream()
                .map((GlobalId id) ->
                        id.in(subscription.accountId(), User.TYPE, UserId::new).orElse(UserSelection.NOBODY))
                .toList();
    }
}
