package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.AUDIT;
import static dev.puesto.jooq.Tables.OUTBOX;
import static dev.puesto.jooq.Tables.PAYMENT;
import static dev.puesto.jooq.Tables.SCHEDULED_CHANGE;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.Invariants;
import dev.puesto.PuestoTest;
import dev.puesto.TestApi.Answer;
import dev.puesto.account.TestAccounts;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.CartId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PaymentId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.JobDb;
import dev.puesto.jooq.Json;
import dev.puesto.seatquote.Effective;
import dev.puesto.seatquote.Releases;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.seatquote.SeatQuote;
import dev.puesto.seatquote.SeatsStillAssigned;
import dev.puesto.subscription.ReleaseRule;
import dev.puesto.subscription.TestSubscriptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reductions of seats that people sit in. */
@PuestoTest
class CheckoutSeatTests {
    private static final String RELEASE =
            "mutation($i: ReleaseSeatsInput!) { releaseSeats(input: $i) { results { outcome } userErrors { code } } }";

    private static final String ASSIGN =
            "mutation($i: AssignSeatsInput!) { assignSeats(input: $i) { results { outcome } userErrors { code } } }";

    @Autowired
    TestCheckout test;

    @Autowired
    TestSubscriptions offers;

    @Autowired
    TestAccounts accounts;

    @Autowired
    OrderRecovery recovery;

    @Autowired
    Invariants invariants;

    @Autowired
    JobDb db;

    Buyer buyer;
    SubscriptionId bought;
    List<UserId> users;

    @BeforeEach
    void fiveSeatsWithFourUsers() {
        buyer = test.buyer();
        bought = test.buy(buyer, 5, offers.offer().plan()).getFirst();
        users = accounts.addUsers(buyer.account(), 8);
        assign(users.subList(0, 4));
    }

    @AfterEach
    void invariantsHold() {
        invariants.hold(buyer.account().value().toString());
    }

    @Test
    void refusesAReductionBelowTheAssignedSeatsAndNamesWhomARuleWouldRelease() {
        test.put(buyer, SeatChangeRequest.of(bought, 2));
        SeatQuote quote = test.quote(buyer);
        CheckoutResult result = test.checkOut(buyer, quote, null, UUID.randomUUID());
        assertThat(result)
                .isInstanceOfSatisfying(
                        CheckoutResult.Refused.class,
                        refused -> assertThat(refused.errors())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        SeatsStillAssigned.class,
                                        error -> assertThat(error.excess()).isEqualTo(2)));
        assertThat(counts()).containsExactly(5L, 4L);
    }

    @Test
    void releasesByRuleInTheSameOrder() {
        test.put(buyer, reduction(2, Releases.by(ReleaseRule.LAST_ASSIGNED)));
        placed(test.checkOut(buyer, null));
        assertThat(counts()).containsExactly(2L, 2L);
    }

    @Test
    void releasesNamedUsersInTheSameOrder() {
        test.put(buyer, reduction(3, Releases.of(List.of(users.get(1)))));
        placed(test.checkOut(buyer, null));
        assertThat(counts()).containsExactly(3L, 3L);
        assertThat(seated()).doesNotContain(users.get(1)).hasSize(3);
        assertThat(trail("SEATS_RELEASED")).containsExactly(Set.of(users.get(1)));
        assertThat(toldReleased()).containsExactly(Set.of(users.get(1)));
    }

    @Test
    void tellsOfTheSeatsThatAWaitingOrderReleasesInTheEndOnly() {
        test.put(buyer, reduction(3, Releases.of(users.subList(0, 2))));
        test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 30));
        test.begin(buyer, "sandbox_authentication_required");
        ask(RELEASE, users.subList(0, 1));
        ask(ASSIGN, users.subList(0, 1));
        db.sql()
                .execute(
                        "update sandbox_charge set state = 'SUCCEEDED' where account_id = {0}",
                        DSL.val(buyer.account().value()));
        recovery.paymentChanged(buyer.account(), payment());
        assertThat(counts()).containsExactly(3L, 3L);
        assertThat(seated()).contains(users.getFirst()).doesNotContain(users.get(1));
        assertThat(toldReleased()).containsExactly(Set.of(users.getFirst()), Set.of(users.get(1)));
        assertThat(trail("SEATS_RELEASED")).containsExactly(Set.of(users.getFirst()), Set.of(users.get(1)));
    }

    @Test
    void aCancellationReleasesEverybody() {
        test.put(buyer, reduction(0, Releases.by(ReleaseRule.LONGEST_WITHOUT_SIGN_IN)));
        placed(test.checkOut(buyer, null));
        assertThat(counts()).containsExactly(0L, 0L);
        assertThat(seated()).isEmpty();
    }

    @Test
    void aPendingOrderMarksWhomItWillReleaseAndReleasesThemWhenPaid() {
        test.put(buyer, reduction(2, Releases.by(ReleaseRule.LAST_ASSIGNED)));
        test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 30));
        Order pending = ((CheckoutResult.Ordered) test.checkOut(buyer, "sandbox_authentication_required")).order();
        assertThat(pending.state()).isEqualTo(OrderState.PENDING_PAYMENT);
        assertThat(counts()).containsExactly(5L, 4L);
        assertThat(assign(users.subList(4, 5))
                        .at("data.assignSeats.results.0.outcome")
                        .asString())
                .isNotEqualTo("ASSIGNED");
        db.sql()
                .execute(
                        "update sandbox_charge set state = 'SUCCEEDED' where account_id = {0}",
                        DSL.val(buyer.account().value()));
        Answer confirmed = buyer.client()
                .ask(
                        "mutation($i: ConfirmPaymentInput!) { confirmPayment(input: $i) { order { state lines { releasedUserIds } } userErrors { code } } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "orderId",
                                        pending.id().toString(),
                                        "idempotencyKey",
                                        UUID.randomUUID().toString())));
        assertThat(confirmed.text("data.confirmPayment.order.state")).isEqualTo("PLACED");
        assertThat(counts()).containsExactly(2L, 2L);
    }

    @Test
    void aReductionAtTheRenewalCreditsNothingAndCanBeSuperseded() {
        test.put(buyer, atRenewal(Releases.NONE));
        assertThat(test.checkOut(buyer, null)).isInstanceOf(CheckoutResult.Refused.class);
        test.put(buyer, atRenewal(Releases.by(ReleaseRule.LAST_ASSIGNED)));
        Order scheduled = placed(test.checkOut(buyer, null));
        assertThat(scheduled.amounts().creditsMinor()).isZero();
        assertThat(counts()).containsExactly(5L, 4L);
        assertThat(changes()).containsExactly("SCHEDULED");
        test.put(buyer, SeatChangeRequest.of(bought, 6));
        placed(test.checkOut(buyer, null));
        assertThat(changes()).containsExactly("SUPERSEDED");
        assertThat(trail("SCHEDULED_CHANGE_SUPERSEDED")).hasSize(1);
        assertThat(counts()).containsExactly(6L, 4L);
    }

    @Test
    void assigningAgainstAReductionNeverSeatsMoreThanAreOwned() throws Exception {
        test.put(buyer, SeatChangeRequest.of(bought, 4));
        SeatQuote quote = test.quote(buyer);
        CartId cart = test.cart(buyer).cartId();
        List<Callable<Object>> race = new ArrayList<>();
        race.add(() -> test.checkout(buyer, cart, quote, null, UUID.randomUUID()));
        for (UserId user : users.subList(4, 8)) {
            race.add(() -> assign(List.of(user)));
        }
        CheckoutRaceTests.together(race);
        List<Long> counts = counts();
        assertThat(counts.getLast()).isLessThanOrEqualTo(counts.getFirst());
    }

    private SeatChangeRequest atRenewal(Releases releases) {
        return new SeatChangeRequest(bought, null, 3, Effective.AT_RENEWAL, null, releases);
    }

    private SeatChangeRequest reduction(long seats, Releases releases) {
        return new SeatChangeRequest(bought, null, seats, null, null, releases);
    }

    private Answer assign(List<UserId> wanted) {
        return ask(ASSIGN, wanted);
    }

    private Answer ask(String mutation, List<UserId> wanted) {
        return buyer.client()
                .ask(
                        mutation,
                        Map.of(
                                "i",
                                Map.of(
                                        "subscriptionId",
                                        GlobalId.of("Subscription", buyer.account(), bought)
                                                .toString(),
                                        "userIds",
                                        wanted.stream()
                                                .map(user -> GlobalId.of("User", buyer.account(), user)
                                                        .toString())
                                                .toList(),
                                        "idempotencyKey",
                                        UUID.randomUUID().toString())));
    }

    private static Order placed(CheckoutResult result) {
        assertThat(result).isInstanceOf(CheckoutResult.Ordered.class);
        Order order = ((CheckoutResult.Ordered) result).order();
        assertThat(order.state()).isEqualTo(OrderState.PLACED);
        return order;
    }

    /** Seats owned and assigned. */
    private List<Long> counts() {
        Record row = db.sql()
                .select(SUBSCRIPTION.SEATS_OWNED, SUBSCRIPTION.SEATS_ASSIGNED)
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(buyer.account()))
                .and(SUBSCRIPTION.ID.eq(bought))
                .fetchSingle();
        return List.of(row.get(SUBSCRIPTION.SEATS_OWNED), row.get(SUBSCRIPTION.SEATS_ASSIGNED));
    }

    private List<UserId> seated() {
        return db.sql()
                .fetch(
                        "select user_id from assignment where account_id = {0} and released_at is null",
                        DSL.val(buyer.account().value()))
                .map(row -> new UserId(row.get(0, UUID.class)));
    }

    private PaymentId payment() {
        return db.sql()
                .select(PAYMENT.ID)
                .from(PAYMENT)
                .where(PAYMENT.ACCOUNT_ID.eq(buyer.account()))
                .and(PAYMENT.SETTLED_AT.isNull())
                .fetchSingle(PAYMENT.ID);
    }

    /** The users of each row of the trail with that action. */
    private List<Set<UserId>> trail(String action) {
        return db.sql()
                .select(AUDIT.AFTER)
                .from(AUDIT)
                .where(AUDIT.ACCOUNT_ID.eq(buyer.account()))
                .and(AUDIT.ACTION.eq(action))
                .orderBy(AUDIT.ID)
                .fetch(row -> users(row.value1()));
    }

    private List<Set<UserId>> toldReleased() {
        return db.sql()
                .select(OUTBOX.PAYLOAD)
                .from(OUTBOX)
                .where(OUTBOX.ACCOUNT_ID.eq(buyer.account()))
                .and(OUTBOX.TYPE.eq("SeatsReleased"))
                .orderBy(OUTBOX.ID)
                .fetch(row -> users(row.value1()));
    }

    private static Set<UserId> users(JSONB json) {
        return Json.read(json, Users.class).userIds();
    }

    private record Users(Set<UserId> userIds) {}

    private List<String> changes() {
        return db.sql()
                .select(SCHEDULED_CHANGE.STATE)
                .from(SCHEDULED_CHANGE)
                .where(SCHEDULED_CHANGE.ACCOUNT_ID.eq(buyer.account()))
                .fetch(SCHEDULED_CHANGE.STATE);
    }
}
