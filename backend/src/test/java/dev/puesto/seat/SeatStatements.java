package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ASSIGNMENT;

import dev.puesto.access.Viewer;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.JobDb;
import dev.puesto.jooq.SharedDb;
import dev.puesto.subscription.Subscription;
import dev.puesto.subscription.Subscriptions;
import dev.puesto.subscription.TestOrders;
import dev.puesto.subscription.TestSubscriptions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Seats below the API: a subscription of 1,200 and a thousand users. */
abstract class SeatStatements {
    static final Viewer JOB = new Viewer.System("test");

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

    Subscription subscription() {
        return db.one(
                account,
                sql -> sql.fetchSingle(Subscriptions.byId(account, List.of(subscription)))
                        .map(Subscriptions::read));
    }

    SeatRequest request(List<UserId> chosen) {
        List<GlobalId> ids =
                chosen.stream().map(user -> GlobalId.of("User", account, user)).toList();
        return new SeatRequest(
                GlobalId.of("Subscription", account, subscription),
                new UserSelection(ids, List.of(), List.of()),
                BulkMode.ALL_OR_NOTHING,
                UUID.randomUUID());
    }

    long live() {
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
