package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.Invariants;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.account.TestAccounts;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PlanId;
import dev.puesto.jooq.JobDb;
import dev.puesto.outbox.OutboxDispatcher;
import dev.puesto.subscription.TestSubscriptions;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job through HTTP, as an integrator does it: a buyer, a plan, a cart. */
abstract class CheckoutApi {
    static final String SET_LINE = """
            mutation($input: SetCartLineInput!) { setCartLine(input: $input) {
              cart { id version stale lines { id seats plan { code } product { code } drift }
                seatQuote { id amountDue { minorUnits } obstacles { code } } }
              userErrors { code message field ... on SeatLimitExceeded { minimum maximum } ... on CartChanged { cart { version } } } } }""";

    static final String CHECKOUT = """
            mutation($input: CheckoutInput!) { checkout(input: $input) {
              order { id number state placedAt charges { minorUnits } credits { minorUnits } total { minorUnits }
                balanceAdded { minorUnits } amountDue { minorUnits currency }
                lines { kind subscriptionId previousSeats seats periodEndAt chargeNet { minorUnits } product { code } }
                paymentAction { redirectUrl expiresAt } }
              userErrors { code message ... on SeatQuoteChanged { seatQuote { id amountDue { minorUnits } } }
                ... on PaymentDeclined { declineCode } ... on OrderInProgress { order { id state } }
                ... on PaymentDataRequired { amountDue { minorUnits } }
                ... on RepresentativeRequired { representative { name } } } } }""";

    static final String CONFIRM = """
            mutation($input: ConfirmPaymentInput!) { confirmPayment(input: $input) {
              order { id state } userErrors { code } } }""";

    @Autowired
    TestCheckout test;

    @Autowired
    TestSubscriptions offers;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Invariants invariants;

    @Autowired
    TestApi api;

    @Autowired
    OutboxDispatcher outbox;

    @Autowired
    JobDb db;

    Buyer buyer;

    PlanId plan;

    @BeforeEach
    void aBuyerAndAPlan() {
        buyer = test.buyer();
        plan = offers.offer().plan();
    }

    @AfterEach
    void invariantsHold() {
        invariants.hold(buyer.account().value().toString());
    }

    Answer setLine(PlanId wanted, long seats) {
        Answer answer = setLineAnswer(wanted, seats);
        assertThat(answer.at("data.setCartLine.userErrors")).isEmpty();
        return answer;
    }

    Answer setLineAnswer(PlanId wanted, long seats) {
        return buyer.client()
                .ask(
                        SET_LINE,
                        Map.of(
                                "input",
                                Map.of(
                                        "accountId",
                                        account(),
                                        "change",
                                        Map.of(
                                                "planId",
                                                GlobalId.of("Plan", wanted).toString(),
                                                "seats",
                                                seats))));
    }

    Answer checkout(Answer cart, String token, UUID key) {
        return buyer.client().ask(CHECKOUT, Map.of("input", checkoutInput(cart, token, key)));
    }

    Map<String, Object> checkoutInput(Answer cart, String token, UUID key) {
        Map<String, Object> input = new HashMap<>();
        input.put("accountId", account());
        input.put("cartId", cart.text("data.setCartLine.cart.id"));
        input.put("seatQuoteId", cart.text("data.setCartLine.cart.seatQuote.id"));
        input.put("idempotencyKey", key.toString());
        if (token != null) {
            input.put("paymentToken", token);
        }
        return input;
    }

    String account() {
        return GlobalId.of(buyer.account()).toString();
    }

    int orders() {
        return db.sql().fetchCount(ACCOUNT_ORDER, ACCOUNT_ORDER.ACCOUNT_ID.eq(buyer.account()));
    }
}
