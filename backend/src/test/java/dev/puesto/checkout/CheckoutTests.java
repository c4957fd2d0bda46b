package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.Invariants;
import dev.puesto.PuestoTest;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.JobDb;
import dev.puesto.seatquote.PaymentDataRequired;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.seatquote.SeatQuote;
import dev.puesto.subscription.TestSubscriptions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class CheckoutTests {

    @Autowired
    TestCheckout test;

    @Autowired
    TestSubscriptions offers;

    @Autowired
    Invariants invariants;

    @Autowired
    JobDb db;

    Buyer buyer;

    @BeforeEach
    void aBuyer() {
        buyer = test.buyer();
    }

    @AfterEach
    void invariantsHold() {
        invariants.hold(buyer.account().value().toString());
    }

    @Test
    void placesAnOrderOfNewSubscriptionsWithAnInvoice() {
        List<SubscriptionId> bought = test.buy(
                buyer,
                10,
                offers.offer().plan(),
                offers.offer().plan(),
                offers.offer().plan());
        assertThat(bought).hasSize(3);
        assertThat(seatsOwned(bought.getFirst())).isEqualTo(10);
    }

    @Test
    void creditsTheUnusedPartAndChargesAFullPeriodFromNowOn() {
        SubscriptionId bought = test.buy(buyer, 10, offers.offer().plan()).getFirst();
        test.put(buyer, SeatChangeRequest.of(bought, 14));
        SeatQuote quote = test.quote(buyer);
        Order order = ordered(test.checkOut(buyer, quote, null, UUID.randomUUID()));
        assertThat(order.state()).isEqualTo(OrderState.PLACED);
        assertThat(order.amounts().dueMinor())
                .isEqualTo(quote.totals().amountDue().getAmountMinorLong());
        assertThat(seatsOwned(bought)).isEqualTo(14);
    }

    @Test
    void aReductionGoesToTheBalanceAndPaysTheNextOrder() {
        SubscriptionId bought = test.buy(buyer, 100, offers.offer().plan()).getFirst();
        test.put(buyer, SeatChangeRequest.of(bought, 1));
        Order reduced = ordered(test.checkOut(buyer, null));
        assertThat(reduced.amounts().balanceAddedMinor()).isPositive();
        assertThat(test.balance(buyer)).isEqualTo(reduced.amounts().balanceAddedMinor());
        test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 2));
        Order paid = ordered(test.checkOut(buyer, null));
        assertThat(paid.amounts().balanceAppliedMinor()).isEqualTo(2420);
        assertThat(test.balance(buyer)).isEqualTo(reduced.amounts().balanceAddedMinor() - 2420);
    }

    @Test
    void cancelsASubscription() {
        SubscriptionId bought = test.buy(buyer, 3, offers.offer().plan()).getFirst();
        test.put(buyer, SeatChangeRequest.of(bought, 0));
        assertThat(ordered(test.checkOut(buyer, null)).state()).isEqualTo(OrderState.PLACED);
        assertThat(seatsOwned(bought)).isZero();
    }

    @Test
    void refusesCheckoutWithoutPaymentDataAndChangesNothing() {
        test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 2));
        CheckoutResult result = test.checkOut(buyer, null);
        assertThat(result).isInstanceOf(CheckoutResult.Refused.class);
        assertThat(((CheckoutResult.Refused) result).errors()).hasOnlyElementsOfType(PaymentDataRequired.class);
        assertThat(test.cart(buyer).lines()).hasSize(1);
    }

    @Test
    void aDeclineVoidsTheOrderAndOpensTheCart() {
        test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 2));
        CheckoutResult result = test.checkOut(buyer, "sandbox_insufficient_funds");
        assertThat(result).isEqualTo(CheckoutResult.Refused.of(new PaymentDeclined("insufficient_funds")));
        assertThat(ordered(test.checkOut(buyer, "sandbox_success")).state()).isEqualTo(OrderState.PLACED);
    }

    @Test
    void answersAReplayWithTheSameOrder() {
        test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 2));
        SeatQuote quote = test.quote(buyer);
        UUID key = UUID.randomUUID();
        Order first = ordered(test.checkOut(buyer, quote, "sandbox_success", key));
        Order again = ordered(test.checkout(buyer, first.cartId(), quote, "sandbox_success", key));
        assertThat(again).isEqualTo(first);
    }

    private Order ordered(CheckoutResult result) {
        assertThat(result).isInstanceOf(CheckoutResult.Ordered.class);
        return ((CheckoutResult.Ordered) result).order();
    }

    private long seatsOwned(SubscriptionId subscription) {
        return db.sql()
                .select(SUBSCRIPTION.SEATS_OWNED)
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(buyer.account()))
                .and(SUBSCRIPTION.ID.eq(subscription))
                .fetchSingle(SUBSCRIPTION.SEATS_OWNED);
    }
}
