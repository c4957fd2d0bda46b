package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.AUDIT;
import static dev.puesto.jooq.Tables.DOCUMENT;
import static dev.puesto.jooq.Tables.PAYMENT;
import static dev.puesto.jooq.Tables.PAYMENT_METHOD;
import static dev.puesto.jooq.Tables.SETTLEMENT;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static dev.puesto.jooq.Tables.TAX_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.Invariants;
import dev.puesto.PuestoTest;
import dev.puesto.api.InvalidInput;
import dev.puesto.cart.CartEdits;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.PlanId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.JobDb;
import dev.puesto.payment.PaymentMethods;
import dev.puesto.seatquote.PaymentDataRequired;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.seatquote.SeatQuote;
import dev.puesto.seatquote.SeatQuoteWords;
import dev.puesto.subscription.TestSubscriptions;
import dev.puesto.subscription.TestSubscriptions.Offer;
import dev.puesto.tax.TaxIdNeedsBusiness;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    SeatQuoteWords words;

    @Autowired
    CartEdits edits;

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
    void whatIsTooLittleToCollectIsSaidToComeAndComesWithTheNextCharge() {
        PlanId cheap = offers.offer(20).plan();
        test.put(buyer, SeatChangeRequest.of(cheap, 1));
        SeatQuote quote = test.quote(buyer);
        assertThat(quote.totals().amountDue().getAmountMinorLong()).isEqualTo(24);
        assertThat(words.summary(quote, Locale.ENGLISH))
                .startsWith("You pay nothing today, and €0.24 with your next charge: a full period with")
                .endsWith("That is less than can be collected by itself")
                .doesNotContain("You pay €0.24 today");
        assertThat(words.summary(quote, Locale.of("es")))
                .startsWith("Hoy no paga nada, y pagará 0,24\u00a0€ con su próximo cargo: ")
                .endsWith("Es menos de lo que se puede cobrar por separado");
        assertThat(ordered(test.checkOut(buyer, quote, "sandbox_success", UUID.randomUUID()))
                        .state())
                .isEqualTo(OrderState.PLACED);
        assertThat(db.sql().fetchCount(PAYMENT, PAYMENT.ACCOUNT_ID.eq(buyer.account())))
                .isZero();
        test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 2));
        assertThat(ordered(test.checkOut(buyer, null)).amounts().carriedMinor()).isEqualTo(24);
    }

    @Test
    void aTokenThatIsKeptAlreadyStaysOneMethodAndLeavesItsTrail() {
        for (int i = 0; i < 2; i++) {
            test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 2));
            ordered(test.checkOut(buyer, "sandbox_success"));
        }
        assertThat(db.sql().fetchCount(PAYMENT_METHOD, PAYMENT_METHOD.ACCOUNT_ID.eq(buyer.account())))
                .isOne();
        assertThat(trail("PAYMENT_METHOD_ADDED")).isOne();
    }

    @Test
    void refusesATokenBeyondTheMostMethodsOfAnAccount() {
        for (int i = 0; i < PaymentMethods.MOST; i++) {
            db.sql()
                    .insertInto(PAYMENT_METHOD)
                    .set(PAYMENT_METHOD.ACCOUNT_ID, buyer.account())
                    .set(PAYMENT_METHOD.GATEWAY, "sandbox")
                    .set(PAYMENT_METHOD.TOKEN, "kept-" + i)
                    .set(PAYMENT_METHOD.BRAND, "Visa")
                    .set(PAYMENT_METHOD.LAST_DIGITS, "4242")
                    .set(PAYMENT_METHOD.PREFERRED, false)
                    .set(PAYMENT_METHOD.CREATED_AT, Instant.now())
                    .execute();
        }
        test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 2));
        assertThat(test.checkOut(buyer, "sandbox_success"))
                .isEqualTo(CheckoutResult.Refused.of(
                        InvalidInput.of("tooManyMethods", List.of("input", "paymentToken"), PaymentMethods.MOST)));
        assertThat(test.cart(buyer).lines()).hasSize(1);
    }

    @Test
    void aVatNumberThatComesWithAnOrderLeavesItsTrail() {
        test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 2));
        edits.setDetails(buyer.viewer(), buyer.account(), null, number -> null, taxId -> "ESB12345674");
        ordered(test.checkOut(buyer, "sandbox_success"));
        assertThat(trail("TAX_ID_SET")).isOne();
    }

    @Test
    void aPrivatePersonAddsNoVatNumberWithAnOrder() {
        db.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.CUSTOMER_TYPE, "PRIVATE")
                .where(ACCOUNT.ACCOUNT_ID.eq(buyer.account()))
                .execute();
        test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 2));
        edits.setDetails(buyer.viewer(), buyer.account(), null, number -> null, taxId -> "ESB12345674");
        assertThat(test.checkOut(buyer, "sandbox_success"))
                .isEqualTo(CheckoutResult.Refused.of(new TaxIdNeedsBusiness(List.of("input", "cartId"))));
        assertThat(db.sql().fetchCount(TAX_ID, TAX_ID.ACCOUNT_ID.eq(buyer.account())))
                .isZero();
    }

    @Test
    void aCreditSettlesAnInvoiceThatWasGivenUpBeforeItGoesToTheBalance() {
        SubscriptionId bought = test.buy(buyer, 1, offers.offer(20).plan()).getFirst();
        db.sql()
                .update(SETTLEMENT)
                .set(SETTLEMENT.STATE, "UNCOLLECTIBLE")
                .where(SETTLEMENT.ACCOUNT_ID.eq(buyer.account()))
                .execute();
        test.put(buyer, SeatChangeRequest.of(bought, 0));
        SeatQuote quote = test.quote(buyer);
        Order canceled = ordered(test.checkOut(buyer, quote, null, UUID.randomUUID()));
        assertThat(quote.totals().creditAvailable().isZero()).isTrue();
        assertThat(canceled.amounts().balanceAddedMinor()).isZero();
        assertThat(test.balance(buyer)).isZero();
    }

    @Test
    void eachDocumentSaysWhetherItsOwnPricesContainTax() {
        Offer offer = offers.offer();
        SubscriptionId bought = test.buy(buyer, 10, offer.plan()).getFirst();
        offers.replacePrice(offer, 1100, true);
        test.put(buyer, SeatChangeRequest.of(bought, 12));
        Order order = ordered(test.checkOut(buyer, null));
        assertThat(db.sql()
                        .select(DOCUMENT.KIND, DOCUMENT.TAX_INCLUSIVE)
                        .from(DOCUMENT)
                        .where(DOCUMENT.ACCOUNT_ID.eq(buyer.account()))
                        .and(DOCUMENT.ORDER_ID.eq(order.orderId()))
                        .fetchMap(DOCUMENT.KIND, DOCUMENT.TAX_INCLUSIVE))
                .isEqualTo(Map.of("INVOICE", true, "CREDIT_NOTE", false));
        assertThat(order.amounts().chargesMinor()).isEqualTo(13_200);
    }

    private int trail(String action) {
        return db.sql().fetchCount(AUDIT, AUDIT.ACCOUNT_ID.eq(buyer.account()).and(AUDIT.ACTION.eq(action)));
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
