package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.LAST_SIGN_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.lateral;

import dev.puesto.PuestoTest;
import dev.puesto.api.PageRequest;
import dev.puesto.api.SortDirection;
import dev.puesto.id.ProductId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.ParameterRows;
import dev.puesto.jooq.StatementCount;
import dev.puesto.subscription.Subscription;
import dev.puesto.subscription.Subscriptions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Record2;
import org.jooq.Result;
import org.junit.jupiter.api.Test;

/** Pages of seats, however their statement finds them. */
@PuestoTest
class SeatPageStatementTests extends SeatStatements {
    @Test
    void readsThePagesOfSeveralSubscriptionsInOneStatement() {
        SubscriptionId second = subscriptions.subscribe(account, subscriptions.offer(), 5);
        assigner.assign(JOB, request(users.subList(0, 30)));
        List<Subscription> both = db.one(
                        account, sql -> sql.fetch(Subscriptions.byId(account, List.of(subscription, second))))
                .map(Subscriptions::read);
        Set<AssignmentPages.Key> keys = both.stream()
                .map(member -> AssignmentPages.Key.of(member, PageRequest.first(20)))
                .collect(Collectors.toSet());
        assertThat(StatementCount.of(() -> pages.load(keys))).isOne();
        assertThat(pages.load(keys).values())
                .extracting(page -> page.nodes().size())
                .containsExactlyInAnyOrder(20, 0);
    }

    @Test
    void readsManySeatsByNameAsFewAreRead() {
        assigner.assign(JOB, request(users));
        AssignmentOrder byName = new AssignmentOrder(AssignmentOrder.By.NAME, SortDirection.DESC);
        for (boolean few : List.of(true, false)) {
            AssignmentRows rows = new AssignmentRows(
                    account, PageRequest.first(3), AssignmentFilter.ALL, byName, Instant.EPOCH, few, null);
            var given = ParameterRows.of(List.of(subscription()))
                    .with(ASSIGNMENT.SUBSCRIPTION_ID, Subscription::subscriptionId)
                    .with(ASSIGNMENT.PRODUCT_ID, Subscription::productId);
            List<UserId> read = db.one(
                    account,
                    sql -> sql.select(ASSIGNMENT.USER_ID)
                            .from(given.table())
                            .crossJoin(lateral(rows.of(given)))
                            .fetch(ASSIGNMENT.USER_ID));
            assertThat(read).containsExactlyInAnyOrder(users.get(999), users.get(998), users.get(997), users.get(996));
        }
    }

    @Test
    void findsTheSeatsOfUsersWhoseNamesBeginAlikeAmongManyAsAmongFew() {
        assigner.assign(JOB, request(users.subList(0, 30)));
        assigner.release(JOB, request(users.subList(0, 1)));
        assigner.assign(JOB, request(users.subList(0, 1)));
        AssignmentFilter searched = new AssignmentFilter("user 001", null, null);
        for (boolean few : List.of(true, false)) {
            AssignmentRows rows = new AssignmentRows(
                    account, PageRequest.first(3), searched, AssignmentOrder.OLDEST_FIRST, Instant.EPOCH, few, null);
            List<UserId> read = db.one(
                    account,
                    sql -> sql.select(ASSIGNMENT.USER_ID)
                            .from(rows.seats())
                            .where(rows.live())
                            .fetch(ASSIGNMENT.USER_ID));
            assertThat(read).containsExactlyInAnyOrderElementsOf(users.subList(10, 20));
        }
    }

    @Test
    void findsSeatsWithoutASignInByAHashAsByLookingEachUp() {
        assigner.assign(JOB, request(users.subList(0, 5)));
        ProductId product = subscription().productId();
        jobs.sql()
                .insertInto(LAST_SIGN_IN)
                .set(LAST_SIGN_IN.ACCOUNT_ID, account)
                .set(LAST_SIGN_IN.USER_ID, users.get(1))
                .set(LAST_SIGN_IN.PRODUCT_ID, product)
                .set(LAST_SIGN_IN.SIGNED_IN_AT, Instant.now().plusSeconds(7200))
                .execute();
        AssignmentFilter inactive = new AssignmentFilter(null, 1, null);
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).minusSeconds(60);
        for (ProductId hashed : new ProductId[] {product, null}) {
            for (Instant now : List.of(tomorrow, tomorrow.plusSeconds(3600))) {
                AssignmentRows rows = new AssignmentRows(
                        account, PageRequest.first(10), inactive, AssignmentOrder.OLDEST_FIRST, now, false, hashed);
                Result<Record2<SubscriptionId, Integer>> counted =
                        db.one(account, sql -> sql.fetch(rows.counts(List.of(subscription))));
                assertThat(counted.stream().mapToInt(Record2::value2).sum()).isEqualTo(now.equals(tomorrow) ? 0 : 4);
            }
        }
    }

    @Test
    void walksSignInsDayByDayAsItSortsThem() {
        assigner.assign(JOB, request(users.subList(0, 7)));
        ProductId product = subscription().productId();
        for (int i = 0; i < 5; i++) {
            jobs.sql()
                    .insertInto(LAST_SIGN_IN)
                    .set(LAST_SIGN_IN.ACCOUNT_ID, account)
                    .set(LAST_SIGN_IN.USER_ID, users.get(i))
                    .set(LAST_SIGN_IN.PRODUCT_ID, product)
                    .set(LAST_SIGN_IN.SIGNED_IN_AT, Instant.now().minus(i / 2, ChronoUnit.DAYS))
                    .execute();
        }
        for (SortDirection direction : SortDirection.values()) {
            List<UserId> sorted = bySignIn(direction, null);
            assertThat(bySignIn(direction, product)).isEqualTo(sorted).hasSize(7);
        }
        assertThat(bySignIn(SortDirection.DESC, product).subList(5, 7))
                .containsExactlyInAnyOrder(users.get(5), users.get(6));
    }

    @Test
    void readsAFilteredAndOrderedPageInOneStatement() {
        assigner.assign(JOB, request(users.subList(0, 30)));
        Subscription held = subscription();
        AssignmentFilter searched = new AssignmentFilter("user 00", null, null);
        for (AssignmentOrder.By field : AssignmentOrder.By.values()) {
            AssignmentOrder order = new AssignmentOrder(field, SortDirection.DESC);
            Set<AssignmentPages.Key> keys =
                    Set.of(new AssignmentPages.Key(held, PageRequest.first(20), searched, order));
            assertThat(StatementCount.of(() -> pages.load(keys))).isOne();
            var page = pages.load(keys).values().iterator().next();
            assertThat(page.nodes()).hasSize(20);
            assertThat(StatementCount.of(page::totalCount)).isOne();
            assertThat(page.totalCount()).isEqualTo(30);
        }
    }

    /** All users page by page. */
    private List<UserId> bySignIn(SortDirection direction, ProductId walked) {
        AssignmentOrder order = new AssignmentOrder(AssignmentOrder.By.LAST_SIGN_IN, direction);
        List<UserId> read = new ArrayList<>();
        PageRequest page = PageRequest.first(2);
        List<UserId> found;
        do {
            AssignmentRows rows = new AssignmentRows(
                    account, page, AssignmentFilter.ALL, order, Instant.EPOCH, walked == null, walked);
            var given = ParameterRows.of(List.of(subscription()))
                    .with(ASSIGNMENT.SUBSCRIPTION_ID, Subscription::subscriptionId)
                    .with(ASSIGNMENT.PRODUCT_ID, Subscription::productId);
            var result = db.one(
                    account,
                    sql -> sql.select(ASSIGNMENT.USER_ID, SignInOrder.DAY)
                            .from(given.table())
                            .crossJoin(lateral(rows.of(given)))
                            .orderBy(rows.ordering())
                            .fetch());
            found = result.getValues(ASSIGNMENT.USER_ID).stream().limit(2).toList();
            read.addAll(found);
            if (result.size() > 2) {
                page = PageRequest.of(
                        2,
                        SignInOrder.CURSORS.write(new SignInOrder.Place(
                                result.get(1).value2(), result.get(1).value1().value())),
                        null,
                        null);
            }
        } while (read.size() < 7 && !found.isEmpty());
        return read;
    }
}
