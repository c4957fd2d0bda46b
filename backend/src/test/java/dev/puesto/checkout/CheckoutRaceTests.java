package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.SETTLEMENT;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.Invariants;
import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.CartId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.JobDb;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.seatquote.SeatQuote;
import dev.puesto.subscription.OrderInProgress;
import dev.puesto.subscription.TestSubscriptions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class CheckoutRaceTests {

    @Autowired
    TestCheckout test;

    @Autowired
    TestSubscriptions offers;

    @Autowired
    Invariants invariants;

    @Autowired
    TestApi api;

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
    void twoCheckoutsOfOneCartMakeOneOrder() throws Exception {
        test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 5));
        SeatQuote quote = test.quote(buyer);
        CartId cart = test.cart(buyer).cartId();
        List<CheckoutResult> results = together(IntStream.range(0, 2)
                .<Callable<CheckoutResult>>mapToObj(
                        i -> () -> test.checkout(buyer, cart, quote, "sandbox_success", UUID.randomUUID()))
                .toList());
        assertThat(results).filteredOn(CheckoutResult.Ordered.class::isInstance).hasSize(1);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void twentyRequestsUnderOneKeyMakeOneOrderAndTwentyEqualAnswers() throws Exception {
        test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 5));
        SeatQuote quote = test.quote(buyer);
        CartId cart = test.cart(buyer).cartId();
        UUID key = UUID.randomUUID();
        List<CheckoutResult> results = together(IntStream.range(0, 20)
                .<Callable<CheckoutResult>>mapToObj(
                        i -> () -> test.checkout(buyer, cart, quote, "sandbox_success", key))
                .toList());
        assertThat(results).hasSize(20).allMatch(results.getFirst()::equals);
        assertThat(((CheckoutResult.Ordered) results.getFirst()).order().state())
                .isEqualTo(OrderState.PLACED);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void twoOrdersNeverSpendOneBalanceTwice() throws Exception {
        SubscriptionId bought = test.buy(buyer, 100, offers.offer().plan()).getFirst();
        test.put(buyer, SeatChangeRequest.of(bought, 90));
        test.checkOut(buyer, null);
        long balance = test.balance(buyer);
        assertThat(balance).isPositive();
        Buyer other =
                new Buyer(buyer.account(), api.client().on(buyer.account()).viewer(), buyer.client());
        List<Callable<CheckoutResult>> checkouts = new ArrayList<>();
        for (Buyer one : List.of(buyer, other)) {
            test.put(one, SeatChangeRequest.of(offers.offer().plan(), 20));
            SeatQuote quote = test.quote(one);
            CartId cart = test.cart(one).cartId();
            checkouts.add(() -> test.checkout(one, cart, quote, null, UUID.randomUUID()));
        }
        List<CheckoutResult> results = together(checkouts);
        long applied = results.stream()
                .filter(CheckoutResult.Ordered.class::isInstance)
                .mapToLong(result ->
                        ((CheckoutResult.Ordered) result).order().amounts().balanceAppliedMinor())
                .sum();
        assertThat(applied).isLessThanOrEqualTo(balance);
        assertThat(test.balance(buyer)).isEqualTo(balance - applied);
    }

    @Test
    void twoReductionsOfOneSubscriptionCreditOnce() throws Exception {
        SubscriptionId bought = test.buy(buyer, 100, offers.offer().plan()).getFirst();
        Buyer other =
                new Buyer(buyer.account(), api.client().on(buyer.account()).viewer(), buyer.client());
        List<Callable<CheckoutResult>> checkouts = new ArrayList<>();
        for (Buyer one : List.of(buyer, other)) {
            test.put(one, SeatChangeRequest.of(bought, 10));
            SeatQuote quote = test.quote(one);
            CartId cart = test.cart(one).cartId();
            checkouts.add(() -> test.checkout(one, cart, quote, null, UUID.randomUUID()));
        }
        assertThat(together(checkouts))
                .filteredOn(CheckoutResult.Ordered.class::isInstance)
                .hasSize(1);
        assertThat(db.sql()
                        .select(SUBSCRIPTION.SEATS_OWNED)
                        .from(SUBSCRIPTION)
                        .where(SUBSCRIPTION.ACCOUNT_ID.eq(buyer.account()))
                        .fetch(SUBSCRIPTION.SEATS_OWNED))
                .containsExactly(10L);
    }

    @Test
    void twoOrdersNeverCollectOneOpenInvoiceTwice() throws Exception {
        List<SubscriptionId> owing = List.of(owing(), owing());
        assertThat(openInvoices()).isEqualTo(2);
        Buyer other =
                new Buyer(buyer.account(), api.client().on(buyer.account()).viewer(), buyer.client());
        List<Buyer> buyers = List.of(buyer, other);
        List<Callable<CheckoutResult>> checkouts = new ArrayList<>();
        for (int i = 0; i < buyers.size(); i++) {
            Buyer one = buyers.get(i);
            test.put(one, SeatChangeRequest.of(owing.get(i), 50));
            SeatQuote quote = test.quote(one);
            assertThat(quote.totals().carriedInvoices().getAmountMinorLong()).isPositive();
            CartId cart = test.cart(one).cartId();
            checkouts.add(() -> test.checkout(one, cart, quote, "sandbox_authentication_required", UUID.randomUUID()));
        }
        List<CheckoutResult> results = together(checkouts);
        assertThat(results).filteredOn(CheckoutResult.Ordered.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(CheckoutResult.Refused.class::isInstance)
                .singleElement()
                .satisfies(refused -> assertThat(((CheckoutResult.Refused) refused).errors())
                        .singleElement()
                        .isInstanceOf(OrderInProgress.class));
    }

    @Test
    void anInvoiceThatAWaitingOrderCollectsIsCreditedByNoOther() {
        SubscriptionId grown = owing();
        SubscriptionId reduced = owing();
        test.put(buyer, SeatChangeRequest.of(grown, 50));
        test.begin(buyer, "sandbox_authentication_required");
        Buyer other =
                new Buyer(buyer.account(), api.client().on(buyer.account()).viewer(), buyer.client());
        test.put(other, SeatChangeRequest.of(reduced, 1));
        assertThat(test.quote(other).obstacles()).singleElement().isInstanceOf(OrderInProgress.class);
    }

    /** A subscription that is past due, since the gateway does not collect as little as its invoice. */
    private SubscriptionId owing() {
        SubscriptionId bought = test.buy(buyer, 2, offers.offer(20).plan()).getFirst();
        db.sql()
                .update(SUBSCRIPTION)
                .set(SUBSCRIPTION.STATUS, "PAST_DUE")
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(buyer.account()))
                .execute();
        return bought;
    }

    private int openInvoices() {
        return db.sql()
                .fetchCount(
                        SETTLEMENT, SETTLEMENT.ACCOUNT_ID.eq(buyer.account()).and(SETTLEMENT.STATE.eq("OPEN")));
    }

    private int orders() {
        return db.sql()
                .fetchCount(
                        ACCOUNT_ORDER,
                        ACCOUNT_ORDER
                                .ACCOUNT_ID
                                .eq(buyer.account())
                                .and(ACCOUNT_ORDER.STATE.eq(OrderState.PLACED.name())));
    }

    /** Runs all at one time and returns what each came to. */
    static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
