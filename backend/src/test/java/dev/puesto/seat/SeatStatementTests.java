package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ASSIGNMENT;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
            AssignmentRows rows =
                    new AssignmentRows(account, PageRequest.first(3), AssignmentFilter.ALL, byName, Instant.EPOCH, few);
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

    private Subscription subscription() {
        return db.one(
                account,
                sql -> sql.fetchSingle(Subscriptions.byId(account, List.of(subscription)))
                        .map(Subscriptions::read));
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
