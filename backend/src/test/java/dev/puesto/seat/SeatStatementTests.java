package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.LAST_SIGN_IN;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.lateral;

import dev.puesto.PuestoTest;
import dev.puesto.TestDatabase;
import dev.puesto.access.Viewer;
import dev.puesto.account.TestAccounts;
import dev.puesto.api.PageRequest;
import dev.puesto.api.SortDirection;
import dev.puesto.db.DatabaseLogins;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.OrderId;
import dev.puesto.id.ProductId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.JobDb;
import dev.puesto.jooq.ParameterRows;
import dev.puesto.jooq.SharedDb;
import dev.puesto.jooq.StatementCount;
import dev.puesto.subscription.Subscription;
import dev.puesto.subscription.SubscriptionChanges;
import dev.puesto.subscription.SubscriptionHold;
import dev.puesto.subscription.Subscriptions;
import dev.puesto.subscription.TestOrders;
import dev.puesto.subscription.TestSubscriptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Record2;
import org.jooq.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Seats below the API: what stands in the database after a change, and how the statements find it. */
@PuestoTest
class SeatStatementTests {
    private static final Viewer JOB = new Viewer.System("test");

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSubscriptions subscriptions;

    @Autowired
    TestOrders orders;

    @Autowired
    SeatAssigner assigner;

    @Autowired
    AssignmentPages pages;

    @Autowired
    AccountDb db;

    @Autowired
    JobDb jobs;

    @Autowired
    SharedDb shared;

    AccountId account;
    SubscriptionId subscription;
    List<UserId> users;

    @BeforeEach
    void aThousandSeats() {
        account = accounts.open();
        subscription = subscriptions.subscribe(account, subscriptions.offer(), 1200);
        users = accounts.addUsers(account, 1000);
    }

    @Test
    void assignsAndReleasesAThousandSeatsInACall() {
        SeatAnswer assigned = assigner.assign(JOB, request(users));
        assertThat(assigned.results()).hasSize(1000).allMatch(result -> result.outcome() == SeatOutcome.ASSIGNED);
        assertThat(assigned.subscription().seatsAssigned()).isEqualTo(1000).isEqualTo(live());
        SeatAnswer released = assigner.release(JOB, request(users));
        assertThat(released.results()).allMatch(result -> result.outcome() == SeatOutcome.RELEASED);
        assertThat(released.subscription().seatsAssigned()).isZero().isEqualTo(live());
    }

    @Test
    void sendsAsManyStatementsForAThousandSeatsAsForOne() {
        int one = StatementCount.of(() -> assigner.assign(JOB, request(users.subList(0, 1))));
        int many = StatementCount.of(() -> assigner.assign(JOB, request(users)));
        assertThat(many).isEqualTo(one).isPositive();
        int oneReleased = StatementCount.of(() -> assigner.release(JOB, request(users.subList(0, 1))));
        int manyReleased = StatementCount.of(() -> assigner.release(JOB, request(users)));
        assertThat(manyReleased).isEqualTo(oneReleased).isPositive();
    }

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
        AssignmentFilter searched = new AssignmentFilter("user 001", null);
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
        AssignmentFilter inactive = new AssignmentFilter(null, 1);
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

    private Subscription subscription() {
        return db.one(
                account,
                sql -> sql.fetchSingle(Subscriptions.byId(account, List.of(subscription)))
                        .map(Subscriptions::read));
    }

    @Test
    void readsAFilteredAndOrderedPageInOneStatement() {
        assigner.assign(JOB, request(users.subList(0, 30)));
        Subscription held = subscription();
        AssignmentFilter searched = new AssignmentFilter("user 00", null);
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

    @Test
    void theKeptCountsFollowASeatThatAnOrderWasToRelease() {
        assigner.assign(JOB, request(users.subList(0, 3)));
        OrderId order = orders.pending(account);
        db.one(
                account,
                sql -> sql.update(ASSIGNMENT)
                        .set(ASSIGNMENT.RELEASING_ORDER_ID, order)
                        .where(ASSIGNMENT.ACCOUNT_ID.eq(account))
                        .and(ASSIGNMENT.USER_ID.eq(users.get(0)))
                        .execute());
        db.one(
                account,
                sql -> sql.execute(
                        SubscriptionChanges.hold(account, order, List.of(new SubscriptionHold(subscription, 2, 1)))));
        SeatAnswer released = assigner.release(JOB, request(users.subList(0, 1)));
        assertThat(released.subscription().seatsAssigned()).isEqualTo(2);
        assertThat(released.subscription().seatsReleasing()).isZero();
        assertThat(released.subscription().seatsFree()).isZero();
    }

    @Test
    void nothingIsSeenWithoutAnAccount() {
        assigner.assign(JOB, request(users.subList(0, 3)));
        assertThat(shared.sql().fetchCount(ASSIGNMENT)).isZero();
        assertThat(shared.sql().fetchCount(SUBSCRIPTION)).isZero();
        assertThat(shared.sql().fetchCount(ACCOUNT)).isZero();
    }

    @Test
    void findsUsersByTheirKeyHoweverManyTheAccountHas() throws Exception {
        String plan = plan("select u.id from unnest(array['" + users.get(0).value() + "'::uuid]) given (id)"
                + " cross join lateral (select * from account_user where account_id = '" + account.value()
                + "' and account_user.id = given.id limit 1) u");
        assertThat(plan)
                .contains("account_user_key")
                .doesNotContain("account_user_by_name", "Seq Scan on account_user");
    }

    @Test
    void findsAPrefixOfANameByTheIndexUnderRowLevelSecurity() throws Exception {
        String plan = plan("select id from account_user where account_id = '" + account.value()
                + "' and name_key >= 'user 05' and name_key < 'user 06' order by name_key, id limit 51");
        assertThat(plan).contains("account_user_by_name").doesNotContain("Filter: ((name_key");
    }

    @Test
    void walksUsersByNameAndLooksEachUpAmongTheSeats() throws Exception {
        String plan = plan("select a.id from account_user u cross join lateral (select * from assignment"
                + " where account_id = '" + account.value() + "' and product_id = '" + UUID.randomUUID()
                + "' and user_id = u.id and released_at is null limit 1) a where u.account_id = '" + account.value()
                + "' and a.subscription_id = '" + subscription.value() + "' and (u.name_key, u.id) > ('user 05', '"
                + users.get(0).value() + "') order by u.name_key, u.id limit 101");
        assertThat(plan)
                .contains("account_user_by_name")
                .containsAnyOf("one_live_seat_per_user_and_product", "assignment_by_user")
                .doesNotContain("Filter: (ROW");
    }

    /** As puesto_app sees it, with the account set: only leakproof operators reach an index there. */
    private String plan(String statement) throws Exception {
        var postgres = TestDatabase.postgres();
        try (Connection connection = DriverManager.getConnection(
                        postgres.url(), DatabaseLogins.APP, postgres.logins().app());
                var session = connection.createStatement()) {
            connection.setAutoCommit(false);
            session.execute("select app.set_account('" + account.value() + "')");
            session.execute("set local enable_seqscan = off");
            StringBuilder plan = new StringBuilder();
            try (var rows = session.executeQuery("explain " + statement)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    private SeatRequest request(List<UserId> chosen) {
        List<GlobalId> ids =
                chosen.stream().map(user -> GlobalId.of("User", account, user)).toList();
        return new SeatRequest(
                GlobalId.of("Subscription", account, subscription),
                new UserSelection(ids, List.of(), List.of()),
                BulkMode.ALL_OR_NOTHING,
                UUID.randomUUID());
    }

    private long live() {
        return jobs.sql()
                .fetchCount(
                        ASSIGNMENT,
                        ASSIGNMENT
                                .ACCOUNT_ID
                                .eq(account)
                                .and(ASSIGNMENT.SUBSCRIPTION_ID.eq(subscription))
                                .and(ASSIGNMENT.RELEASED_AT.isNull()));
    }
}
