package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.AUDIT;
import static dev.puesto.jooq.Tables.OUTBOX;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.id.GlobalId;
import dev.puesto.id.OrderId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.StatementCount;
import dev.puesto.subscription.SubscriptionChanges;
import dev.puesto.subscription.SubscriptionHold;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands in the database after a change, in how many statements. */
@PuestoTest
class SeatStatementTests extends SeatStatements {
    @Autowired
    UserDeactivation deactivation;

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
    void deactivatesAUserOfManySubscriptionsInAsManyStatementsAsOneOfOne() {
        assigner.assign(JOB, request(users.subList(0, 2)));
        int one = StatementCount.of(() -> deactivate(users.getFirst()));
        for (int i = 0; i < 3; i++) {
            SubscriptionId first = subscription;
            subscription = subscriptions.subscribe(account, subscriptions.offer(), 5);
            assigner.assign(JOB, request(users.subList(1, 2)));
            assertThat(live()).isOne();
            subscription = first;
        }
        int many = StatementCount.of(() -> deactivate(users.get(1)));
        assertThat(many).isEqualTo(one).isPositive();
        assertThat(jobs.sql()
                        .fetchCount(
                                SUBSCRIPTION,
                                SUBSCRIPTION.ACCOUNT_ID.eq(account).and(SUBSCRIPTION.SEATS_ASSIGNED.ne(0L))))
                .isZero();
        assertThat(jobs.sql().fetchCount(AUDIT, AUDIT.ACCOUNT_ID.eq(account).and(AUDIT.ACTION.eq("SEATS_RELEASED"))))
                .isEqualTo(5);
        assertThat(jobs.sql().fetchCount(OUTBOX, OUTBOX.ACCOUNT_ID.eq(account).and(OUTBOX.TYPE.eq("SeatsReleased"))))
                .isEqualTo(5);
    }

    private UserDeactivation.Answer deactivate(UserId user) {
        return deactivation.deactivate(
                JOB, new UserDeactivation.Request(GlobalId.of("User", account, user), UUID.randomUUID()));
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
}
