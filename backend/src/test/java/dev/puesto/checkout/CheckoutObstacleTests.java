package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.PLAN;
import static dev.puesto.jooq.Tables.SETTLEMENT;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.Invariants;
import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.account.TestAccounts;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.GlobalId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.JobDb;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.subscription.TestSubscriptions;
import dev.puesto.subscription.TestSubscriptions.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands in the way of an order, told alike by seat quote, cart and checkout. */
@PuestoTest
class CheckoutObstacleTests {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private static final String OBSTACLES =
            "obstacles { code message field ... on SeatChangeRefused { reason } } summary ";

    private static final String QUOTE =
            "query($input: SeatQuoteInput!) { seatQuote(input: $input) { " + OBSTACLES + " } }";

    private static final String CART =
            "query($account: ID!) { cart(accountId: $account) { id seatQuote { id " + OBSTACLES + " } } }";

    private static final String CHECKOUT = """
            mutation($input: CheckoutInput!) { checkout(input: $input) { order { state carriedInvoices { minorUnits } }
              userErrors { code message field ... on SeatChangeRefused { reason } } } }""";

    @Autowired
    TestCheckout test;

    @Autowired
    TestSubscriptions offers;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Invariants invariants;

    @Autowired
    JobDb db;

    Buyer buyer;
    Offer offer;
    SubscriptionId paid;
    SubscriptionId bought;

    @BeforeEach
    void anAccountThatIsSentInvoices() {
        buyer = test.buyer();
        accounts.setClock(buyer.account(), START);
        paid = test.buy(buyer, 40, offers.offer().plan()).getFirst();
        db.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.COLLECTION, "SEND_INVOICE")
                .set(ACCOUNT.PAYMENT_TERM_DAYS, 10)
                .where(ACCOUNT.ACCOUNT_ID.eq(buyer.account()))
                .execute();
        offer = offers.offer();
        test.put(buyer, SeatChangeRequest.of(offer.plan(), 5));
        test.place(buyer);
        bought = test.subscriptions(buyer).getLast();
    }

    @AfterEach
    void invariantsHold() {
        invariants.hold(buyer.account().value().toString());
    }

    @Test
    void refusesMoreSeatsWhileInvoicesAreOverdueAndNothingPaysThem() {
        becomePastDue();
        Answer quoted = quote(6);
        assertThat(quoted.text("data.seatQuote.obstacles.0.code")).isEqualTo("SEAT_CHANGE_REFUSED");
        assertThat(quoted.text("data.seatQuote.obstacles.0.reason")).isEqualTo("INVOICES_OVERDUE");
        assertThat(quoted.text("data.seatQuote.obstacles.0.message")).contains("overdue");
        assertThat(field(quoted, "data.seatQuote.obstacles.0")).containsExactly("input", "changes", "0", "seats");
        test.put(buyer, SeatChangeRequest.of(bought, 6));
        Answer refused = checkout();
        assertThat(refused.userErrorCodes("checkout")).containsExactly("SEAT_CHANGE_REFUSED");
        assertThat(refused.text("data.checkout.userErrors.0.reason")).isEqualTo("INVOICES_OVERDUE");
        assertThat(refused.at("data.checkout.order").isNull()).isTrue();
    }

    @Test
    void takesFewerSeatsWhileInvoicesAreOverdue() {
        becomePastDue();
        test.put(buyer, SeatChangeRequest.of(bought, 4));
        assertThat(checkout().text("data.checkout.order.state")).isEqualTo("PLACED");
    }

    @Test
    void takesMoreSeatsWhereTheBalancePaysWhatIsOverdue() {
        becomePastDue();
        test.put(buyer, SeatChangeRequest.of(paid, 1));
        test.place(buyer);
        test.put(buyer, SeatChangeRequest.of(bought, 6));
        Answer placed = checkout();
        assertThat(placed.text("data.checkout.order.state")).isEqualTo("PLACED");
        assertThat(placed.number("data.checkout.order.carriedInvoices.minorUnits"))
                .isPositive();
        assertThat(db.sql()
                        .select(SETTLEMENT.STATE)
                        .from(SETTLEMENT)
                        .where(SETTLEMENT.ACCOUNT_ID.eq(buyer.account()))
                        .fetch(SETTLEMENT.STATE))
                .containsOnly("PAID");
    }

    @Test
    void saysInBothLanguagesWhatTheInvoiceWillSay() {
        assertThat(plain(quote(buyer.client(), 10).text("data.seatQuote.summary")))
                .startsWith("You get an invoice with €121.00 to pay within 10 days: a full period with 10 agents");
        assertThat(plain(quote(buyer.client().inSpanish(), 4).text("data.seatQuote.summary")))
                .startsWith("Recibirá una factura con 48,40 € a pagar en 10 días aunque reduzca: empieza un período");
    }

    @Test
    void namesThePathOfAnObstacleInWhatTheCallerGave() {
        test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 3));
        test.put(buyer, SeatChangeRequest.of(bought, 6));
        db.sql()
                .update(PLAN)
                .set(PLAN.MAXIMUM_SEATS, 5L)
                .where(PLAN.ID.eq(offer.plan()))
                .execute();
        offers.offer();
        Answer cart = buyer.client().ask(CART, Map.of("account", account()));
        assertThat(cart.text("data.cart.seatQuote.obstacles.0.code")).isEqualTo("SEAT_LIMIT_EXCEEDED");
        assertThat(field(cart, "data.cart.seatQuote.obstacles.0")).containsExactly("lines", "1");
        Answer refused = checkout();
        assertThat(refused.userErrorCodes("checkout")).containsExactly("SEAT_LIMIT_EXCEEDED");
        assertThat(field(refused, "data.checkout.userErrors.0")).containsExactly("input", "cartId");
        assertThat(field(quote(6), "data.seatQuote.obstacles.0")).containsExactly("input", "changes", "0", "seats");
    }

    private void becomePastDue() {
        accounts.setClock(buyer.account(), START.plus(Duration.ofDays(12)));
        db.sql()
                .update(SUBSCRIPTION)
                .set(SUBSCRIPTION.STATUS, "PAST_DUE")
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(buyer.account()))
                .execute();
    }

    private Answer quote(long seats) {
        return quote(buyer.client(), seats);
    }

    private Answer quote(TestApi.Client client, long seats) {
        String subscription =
                GlobalId.of("Subscription", buyer.account(), bought).toString();
        Map<String, Object> change = Map.of("subscriptionId", subscription, "seats", seats);
        return client.ask(QUOTE, Map.of("input", Map.of("accountId", account(), "changes", List.of(change))));
    }

    private Answer checkout() {
        Answer cart = buyer.client().ask(CART, Map.of("account", account()));
        Map<String, Object> input = Map.of(
                "accountId",
                account(),
                "cartId",
                cart.text("data.cart.id"),
                "seatQuoteId",
                cart.text("data.cart.seatQuote.id"),
                "idempotencyKey",
                UUID.randomUUID().toString());
        return buyer.client().ask(CHECKOUT, Map.of("input", input));
    }

    private static List<String> field(Answer answer, String error) {
        return answer.at(error + ".field")
                .valueStream()
                .map(part -> part.asString())
                .toList();
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private String account() {
        return GlobalId.of(buyer.account()).toString();
    }
}
