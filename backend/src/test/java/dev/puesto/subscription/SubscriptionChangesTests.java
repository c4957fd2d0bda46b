package dev.puesto.subscription;

import static dev.puesto.jooq.Tables.CHARGE_LINE;
import static dev.puesto.jooq.Tables.SCHEDULED_CHANGE;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static dev.puesto.jooq.Tables.SUBSCRIPTION_PERIOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.puesto.PuestoTest;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.subscription.TestSubscriptions.Offer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class SubscriptionChangesTests {

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSubscriptions subscriptions;

    @Autowired
    TestOrders orders;

    @Autowired
    AccountDb db;

    AccountId account;
    Offer offer;
    List<SubscriptionId> ids;

    @BeforeEach
    void threeSubscriptions() {
        account = accounts.open();
        offer = subscriptions.offer();
        ids = IntStream.of(10, 20, 30)
                .mapToObj(seats -> subscriptions.subscribe(account, offer, seats))
                .toList();
    }

    @Test
    void readsWhatWasOpened() {
        ChangeableSubscription second = changeable(1);
        assertThat(second.subscription().seatsOwned()).isEqualTo(20);
        assertThat(second.subscription().seatsFree()).isEqualTo(20);
        assertThat(second.subscription().priceId()).isEqualTo(offer.price());
        assertThat(second.live().chargedNetMinor()).isEqualTo(20_000);
        assertThat(second.changeScheduled()).isFalse();
        assertThat(second.subscription().nextBillingDate())
                .isEqualTo(second.subscription().currentPeriod().endAt());
    }

    @Test
    void anOrderTakesEffectOnAllOfItsSubscriptions() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<ChangeableSubscription> before =
                IntStream.range(0, 3).mapToObj(this::changeable).toList();
        List<OpenedPeriod> periods = ids.stream()
                .map(id -> new OpenedPeriod(id, TestSubscriptions.period(now)))
                .toList();
        apply(List.of(
                SubscriptionChanges.cut(
                        account,
                        before.stream()
                                .map(held -> new CutPeriod(
                                        held.subscription().currentPeriod().periodId(), now))
                                .toList()),
                SubscriptionChanges.openPeriods(account, periods),
                SubscriptionChanges.change(
                        account,
                        periods.stream()
                                .map(opened -> new ChangedSubscription(
                                        opened.subscriptionId(),
                                        offer.plan(),
                                        SubscriptionStatus.ACTIVE,
                                        7,
                                        opened.period().periodId(),
                                        null,
                                        null))
                                .toList()),
                SubscriptionChanges.credit(
                        account,
                        before.stream()
                                .map(held -> new CreditedCharge(held.live().chargeLineId(), 500, 105, now))
                                .toList()),
                SubscriptionChanges.charge(before.stream()
                        .map(held -> TestSubscriptions.chargeLine(
                                held.subscription(),
                                periods.get(before.indexOf(held)).period(),
                                offer.price()))
                        .toList())));
        for (int i = 0; i < 3; i++) {
            ChangeableSubscription after = changeable(i);
            assertThat(after.subscription().seatsOwned()).isEqualTo(7);
            assertThat(after.subscription().currentPeriod().startAt()).isEqualTo(now);
            assertThat(after.live().creditedNetMinor()).isZero();
            assertThat(after.live().startAt()).isEqualTo(now);
        }
    }

    @Test
    void aHoldLowersTheFreeSeatsUntilItIsLetGo() {
        OrderId order = orders.pending(account);
        apply(List.of(
                SubscriptionChanges.count(account, List.of(new SeatCountChange(ids.get(0), 4, 0))),
                SubscriptionChanges.hold(
                        account,
                        order,
                        List.of(new SubscriptionHold(ids.get(0), 3, 2), new SubscriptionHold(ids.get(1), 25, 0)))));
        assertThat(changeable(0).subscription().seatsFree()).isOne();
        assertThat(changeable(1).subscription().seatsFree()).isEqualTo(20);
        assertThat(changeable(1).subscription().pendingOrderId()).isEqualTo(order);
        apply(List.of(SubscriptionChanges.letGo(account, order)));
        assertThat(changeable(0).subscription().seatsFree()).isEqualTo(6);
        assertThat(changeable(0).subscription().pendingOrderId()).isNull();
    }

    @Test
    void theDatabaseRefusesMoreAssignedThanOwned() {
        assertThatThrownBy(() -> apply(
                        List.of(SubscriptionChanges.count(account, List.of(new SeatCountChange(ids.get(0), 11, 0))))))
                .hasMessageContaining("assigned_seats_within_owned");
    }

    @Test
    void theDatabaseRefusesToHoldBelowWhatStaysAssigned() {
        OrderId order = orders.pending(account);
        assertThatThrownBy(() -> apply(List.of(
                        SubscriptionChanges.count(account, List.of(new SeatCountChange(ids.get(0), 5, 0))),
                        SubscriptionChanges.hold(account, order, List.of(new SubscriptionHold(ids.get(0), 3, 1))))))
                .hasMessageContaining("assigned_seats_within_pending_target");
    }

    private void apply(List<Query> queries) {
        db.transact(account, transaction -> {
            transaction.together(queries);
            return null;
        });
    }

    private ChangeableSubscription changeable(int index) {
        return db.one(
                account,
                sql -> sql.select(Subscriptions.changeableColumns())
                        .from(SUBSCRIPTION)
                        .leftJoin(SUBSCRIPTION_PERIOD)
                        .on(SUBSCRIPTION_PERIOD.ACCOUNT_ID.eq(SUBSCRIPTION.ACCOUNT_ID))
                        .and(SUBSCRIPTION_PERIOD.ID.eq(SUBSCRIPTION.CURRENT_PERIOD_ID))
                        .leftJoin(CHARGE_LINE)
                        .on(CHARGE_LINE.ACCOUNT_ID.eq(SUBSCRIPTION.ACCOUNT_ID))
                        .and(CHARGE_LINE.SUBSCRIPTION_ID.eq(SUBSCRIPTION.ID))
                        .and(CHARGE_LINE.REPLACED_AT.isNull())
                        .leftJoin(SCHEDULED_CHANGE)
                        .on(SCHEDULED_CHANGE.ACCOUNT_ID.eq(SUBSCRIPTION.ACCOUNT_ID))
                        .and(SCHEDULED_CHANGE.SUBSCRIPTION_ID.eq(SUBSCRIPTION.ID))
                        .and(SCHEDULED_CHANGE.STATE.eq("SCHEDULED"))
                        .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                        .and(SUBSCRIPTION.ID.eq(ids.get(index)))
                        .fetchSingle(Subscriptions::readChangeable));
    }
}
