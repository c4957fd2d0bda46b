package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.Invariants;
import dev.puesto.PuestoTest;
import dev.puesto.account.TestAccounts;
import dev.puesto.cart.CartState;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.PaymentId;
import dev.puesto.jooq.JobDb;
import dev.puesto.payment.PaymentAnswer;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.seatquote.SeatQuote;
import dev.puesto.subscription.TestSubscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class RecoveryTests {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    @Autowired
    TestCheckout test;

    @Autowired
    TestSubscriptions offers;

    @Autowired
    TestAccounts accounts;

    @Autowired
    OrderRecovery recovery;

    @Autowired
    PaymentOutcome outcome;

    @Autowired
    Invariants invariants;

    @Autowired
    JobDb db;

    Buyer buyer;

    @BeforeEach
    void aBuyerOnATestClock() {
        buyer = test.buyer();
        accounts.setClock(buyer.account(), START);
        test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 5));
    }

    @AfterEach
    void invariantsHold() {
        invariants.hold(buyer.account().value().toString());
    }

    @Test
    void settlesAnOrderWhoseChargeWasNeverAnswered() {
        Order pending = ordered(test.checkOut(buyer, "sandbox_timeout_after_charge"));
        assertThat(pending.state()).isEqualTo(OrderState.PENDING_PAYMENT);
        recover();
        assertThat(stateOf(pending)).isEqualTo("PLACED");
        assertThat(charges()).isEqualTo(1);
    }

    @Test
    void waitsForAnAnswerThatIsUnknownAndNeverVoidsForIt() {
        Order pending = ordered(test.checkOut(buyer, "sandbox_unknown_for_an_hour"));
        recover();
        recover();
        assertThat(stateOf(pending)).isEqualTo("PENDING_PAYMENT");
        db.sql()
                .execute(
                        "update sandbox_charge set silent_until = null where account_id = {0}",
                        DSL.val(buyer.account().value()));
        recover();
        assertThat(stateOf(pending)).isEqualTo("PLACED");
    }

    @Test
    void placesALatePaymentWhenTheProviderTells() {
        Order pending = ordered(test.checkOut(buyer, "sandbox_late"));
        assertThat(pending.state()).isEqualTo(OrderState.PENDING_PAYMENT);
        db.sql()
                .execute(
                        "update sandbox_charge set settles_at = created_at where account_id = {0}",
                        DSL.val(buyer.account().value()));
        PaymentId payment = payment();
        recovery.paymentChanged(buyer.account(), payment);
        recovery.paymentChanged(buyer.account(), payment);
        assertThat(stateOf(pending)).isEqualTo("PLACED");
    }

    @Test
    void voidsAnOrderThatWaitedADayOnceTheProviderGaveThePaymentUp() {
        Order pending = ordered(test.checkOut(buyer, "sandbox_authentication_required"));
        accounts.setClock(buyer.account(), START.plus(Duration.ofHours(24)));
        recover();
        assertThat(stateOf(pending)).isEqualTo("VOIDED");
        assertThat(test.cart(buyer).state()).isEqualTo(CartState.OPEN);
        assertThat(ordered(test.checkOut(buyer, "sandbox_success")).state()).isEqualTo(OrderState.PLACED);
    }

    @Test
    void putsMoneyThatCameForAVoidedOrderToTheBalanceOnce() {
        Order pending = ordered(test.checkOut(buyer, "sandbox_authentication_required"));
        PaymentId payment = payment();
        accounts.setClock(buyer.account(), START.plus(Duration.ofHours(24)));
        recover();
        db.sql()
                .execute(
                        "update sandbox_charge set state = 'SUCCEEDED' where account_id = {0}",
                        DSL.val(buyer.account().value()));
        for (int i = 0; i < 2; i++) {
            outcome.take(
                    buyer.viewer(),
                    buyer.account(),
                    pending.orderId(),
                    payment,
                    new PaymentAnswer.Succeeded(),
                    List.of());
        }
        assertThat(stateOf(pending)).isEqualTo("VOIDED");
        assertThat(test.balance(buyer)).isEqualTo(pending.amounts().dueMinor());
    }

    @Test
    void holdsItsPartOfTheBalanceAndGivesItBackWhenDeclined() {
        assertThat(ordered(test.checkOut(buyer, "sandbox_success")).state()).isEqualTo(OrderState.PLACED);
        var bought = test.subscriptions(buyer).getFirst();
        test.put(buyer, SeatChangeRequest.of(bought, 1));
        test.checkOut(buyer, null);
        long balance = test.balance(buyer);
        test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 50));
        SeatQuote quote = test.quote(buyer);
        Order pending = ordered(test.checkOut(buyer, quote, "sandbox_authentication_required", UUID.randomUUID()));
        assertThat(pending.amounts().balanceAppliedMinor()).isEqualTo(balance).isPositive();
        assertThat(test.balance(buyer)).isZero();
        db.sql()
                .execute(
                        "update sandbox_charge set state = 'DECLINED', decline_code = 'do_not_honor' where state = 'REQUIRES_ACTION' and account_id = {0}",
                        DSL.val(buyer.account().value()));
        recover();
        assertThat(stateOf(pending)).isEqualTo("VOIDED");
        assertThat(test.balance(buyer)).isEqualTo(balance);
    }

    /** The first question comes after eight seconds, and each pause is as long as the payment has waited. */
    @ParameterizedTest
    @ValueSource(ints = {-30, 0, 30})
    void asksInRealTimeWhateverTheAccountsClockSays(int days) {
        accounts.setClock(buyer.account(), Instant.now().plus(Duration.ofDays(days)));
        test.checkOut(buyer, "sandbox_unknown_for_an_hour");
        assertThat(askAgainAt()).isBetween(Instant.now(), Instant.now().plusSeconds(9));
        db.sql()
                .update(PAYMENT)
                .set(PAYMENT.ASKED_AT, Instant.now().minusSeconds(100))
                .where(PAYMENT.ACCOUNT_ID.eq(buyer.account()))
                .execute();
        recover();
        assertThat(askAgainAt())
                .isBetween(Instant.now().plusSeconds(90), Instant.now().plusSeconds(110));
    }

    private Instant askAgainAt() {
        return db.sql()
                .select(PAYMENT.ASK_AGAIN_AT)
                .from(PAYMENT)
                .where(PAYMENT.ACCOUNT_ID.eq(buyer.account()))
                .fetchSingle(PAYMENT.ASK_AGAIN_AT);
    }

    private static Order ordered(CheckoutResult result) {
        assertThat(result).isInstanceOf(CheckoutResult.Ordered.class);
        return ((CheckoutResult.Ordered) result).order();
    }

    /** Makes every unsettled payment of the buyer due, as time would, and lets the job run. */
    private void recover() {
        db.sql()
                .update(PAYMENT)
                .set(PAYMENT.ASK_AGAIN_AT, Instant.EPOCH)
                .where(PAYMENT.ACCOUNT_ID.eq(buyer.account()))
                .and(PAYMENT.SETTLED_AT.isNull())
                .execute();
        recovery.recoverDue();
    }

    private PaymentId payment() {
        return db.sql()
                .select(PAYMENT.ID)
                .from(PAYMENT)
                .where(PAYMENT.ACCOUNT_ID.eq(buyer.account()))
                .and(PAYMENT.SETTLED_AT.isNull())
                .fetchSingle(PAYMENT.ID);
    }

    private String stateOf(Order order) {
        return db.sql()
                .fetchSingle(
                        "select state from account_order where account_id = {0} and id = {1}",
                        DSL.val(buyer.account().value()),
                        DSL.val(order.orderId().value()))
                .get(0, String.class);
    }

    private long charges() {
        return db.sql()
                .fetchSingle(
                        "select count(*) from sandbox_charge where state = 'SUCCEEDED' and account_id = {0}",
                        DSL.val(buyer.account().value()))
                .get(0, Long.class);
    }
}
