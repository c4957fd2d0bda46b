package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.Invariants;
import dev.puesto.PuestoTest;
import dev.puesto.TestDatabase;
import dev.puesto.checkout.CuttingProxy.Cut;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.CartId;
import dev.puesto.id.PlanId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.JobDb;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.seatquote.SeatQuote;
import dev.puesto.subscription.TestSubscriptions;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** Cuts the database's connection before and after every statement of a checkout; then recovery runs. */
@PuestoTest
@ContextConfiguration(initializers = CheckoutCrashTests.BehindAProxy.class)
class CheckoutCrashTests {
    static final CuttingProxy PROXY = new CuttingProxy(serverPort());

    /** Most statements that a checkout has, so that a test that never ends is seen. */
    private static final int STATEMENTS_MAX = 120;

    /** Fewest that it has, so that a proxy that cuts nothing is seen. */
    private static final int STATEMENTS_MIN = 20;

    @Autowired
    TestCheckout test;

    @Autowired
    TestSubscriptions offers;

    @Autowired
    OrderRecovery recovery;

    @Autowired
    Invariants invariants;

    @Autowired
    JobDb db;

    static class BehindAProxy implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            new TestDatabase().initialize(context);
            String url = context.getEnvironment().getRequiredProperty("spring.datasource.url");
            String port = ":" + serverPort() + "/";
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "proxy", Map.of("spring.datasource.url", url.replace(port, ":" + PROXY.port() + "/"))));
        }
    }

    private static int serverPort() {
        return URI.create(TestDatabase.postgres().url().substring("jdbc:".length()))
                .getPort();
    }

    @AfterEach
    void mend() {
        PROXY.disarm();
    }

    @Test
    void aPaidCheckoutCutAnywhereIsPlacedOnceAndChargedOnce() {
        PlanId plan = offers.offer().plan();
        PlanId other = offers.offer().plan();
        cutEverywhere(buyer -> {
            SubscriptionId bought = test.buy(buyer, 10, plan).getFirst();
            test.put(buyer, SeatChangeRequest.of(bought, 14));
            test.put(buyer, SeatChangeRequest.of(other, 3));
        });
    }

    @Test
    void aCheckoutThatNeedsNoPaymentCutAnywhereIsPlacedOnce() {
        PlanId plan = offers.offer().plan();
        cutEverywhere(buyer -> {
            SubscriptionId bought = test.buy(buyer, 10, plan).getFirst();
            test.put(buyer, SeatChangeRequest.of(bought, 4));
        });
    }

    private interface Cart {
        void fill(Buyer buyer);
    }

    private void cutEverywhere(Cart cart) {
        int statement = 0;
        boolean reached = true;
        while (reached) {
            statement++;
            assertThat(statement).isLessThan(STATEMENTS_MAX);
            reached = cut(cart, statement, false);
            reached |= cut(cart, statement, true);
        }
        assertThat(statement).isGreaterThan(STATEMENTS_MIN);
    }

    /** Whether the checkout had so many statements. */
    private boolean cut(Cart cart, int statement, boolean after) {
        Buyer buyer = test.buyer();
        cart.fill(buyer);
        int before = placed(buyer);
        SeatQuote quote = test.quote(buyer);
        CartId id = test.cart(buyer).cartId();
        UUID key = UUID.randomUUID();
        Cut cut = Cut.at(statement, after);
        PROXY.arm(cut);
        Optional<CheckoutResult> first = attempt(buyer, id, quote, key);
        PROXY.disarm();
        recover(buyer);
        CheckoutResult again = test.checkout(buyer, id, quote, null, key);
        String where = (after ? "after" : "before") + " statement " + statement + ", first " + first;
        assertThat(again).as(where).isInstanceOf(CheckoutResult.Ordered.class);
        assertThat(((CheckoutResult.Ordered) again).order().state()).as(where).isEqualTo(OrderState.PLACED);
        assertThat(placed(buyer) - before).as(where).isOne();
        assertThat(invariants.violations(buyer.account().value().toString()))
                .as(where)
                .isEmpty();
        assertThat(charged(buyer)).as(where).isEqualTo(paid(buyer));
        return cut.happened();
    }

    private Optional<CheckoutResult> attempt(Buyer buyer, CartId cart, SeatQuote quote, UUID key) {
        try {
            return Optional.of(test.checkout(buyer, cart, quote, null, key));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Makes every unsettled payment of the buyer due, as time would, and lets the job run. */
    private void recover(Buyer buyer) {
        db.sql()
                .update(PAYMENT)
                .set(PAYMENT.ASK_AGAIN_AT, Instant.EPOCH)
                .where(PAYMENT.ACCOUNT_ID.eq(buyer.account()))
                .and(PAYMENT.SETTLED_AT.isNull())
                .execute();
        recovery.recoverDue();
    }

    private int placed(Buyer buyer) {
        return db.sql()
                .fetchCount(
                        ACCOUNT_ORDER,
                        ACCOUNT_ORDER
                                .ACCOUNT_ID
                                .eq(buyer.account())
                                .and(ACCOUNT_ORDER.STATE.eq(OrderState.PLACED.name())));
    }

    private long paid(Buyer buyer) {
        return sum(
                "select coalesce(sum(amount_minor), 0) from payment where state = 'SUCCEEDED' and account_id = {0}",
                buyer);
    }

    private long charged(Buyer buyer) {
        return sum(
                "select coalesce(sum(amount_minor), 0) from sandbox_charge where state = 'SUCCEEDED' and account_id = {0}",
                buyer);
    }

    private long sum(String statement, Buyer buyer) {
        return db.sql().fetchSingle(statement, DSL.val(buyer.account().value())).get(0, Long.class);
    }
}
