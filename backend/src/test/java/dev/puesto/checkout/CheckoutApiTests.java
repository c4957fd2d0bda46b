package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.PERSON;
import static dev.puesto.jooq.Tables.REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.Invariants;
import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.account.TestAccounts;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PersonId;
import dev.puesto.id.PlanId;
import dev.puesto.id.RepresentativeId;
import dev.puesto.jooq.JobDb;
import dev.puesto.outbox.OutboxDispatcher;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.subscription.TestSubscriptions;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The main job through HTTP, as an integrator does it. */
@PuestoTest
class CheckoutApiTests {
    private static final String SET_LINE = """
            mutation($input: SetCartLineInput!) { setCartLine(input: $input) {
              cart { id version stale lines { id seats plan { code } product { code } drift }
                seatQuote { id amountDue { minorUnits } obstacles { code } } }
              userErrors { code message field ... on SeatLimitExceeded { minimum maximum } ... on CartChanged { cart { version } } } } }""";

    private static final String CHECKOUT = """
            mutation($input: CheckoutInput!) { checkout(input: $input) {
              order { id number state placedAt charges { minorUnits } credits { minorUnits } total { minorUnits }
                balanceAdded { minorUnits } amountDue { minorUnits currency }
                lines { kind subscriptionId previousSeats seats periodEndAt chargeNet { minorUnits } product { code } }
                paymentAction { redirectUrl expiresAt } }
              userErrors { code message ... on SeatQuoteChanged { seatQuote { id amountDue { minorUnits } } }
                ... on PaymentDeclined { declineCode } ... on OrderInProgress { order { id state } }
                ... on PaymentDataRequired { amountDue { minorUnits } }
                ... on RepresentativeRequired { representative { name } } } } }""";

    private static final String CONFIRM = """
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

    @Test
    void fillsTheCartChecksOutAndShowsTheOrder() {
        Answer cart = setLine(plan, 10);
        assertThat(cart.number("data.setCartLine.cart.seatQuote.amountDue.minorUnits"))
                .isEqualTo(12_100);
        Answer placed = checkout(cart, "sandbox_success", UUID.randomUUID());
        assertThat(placed.text("data.checkout.order.state")).isEqualTo("PLACED");
        assertThat(placed.number("data.checkout.order.charges.minorUnits")).isEqualTo(12_100);
        assertThat(placed.text("data.checkout.order.lines.0.kind")).isEqualTo("NEW");
        assertThat(placed.number("data.checkout.order.lines.0.chargeNet.minorUnits"))
                .isEqualTo(10_000);
        Answer shown =
                buyer.client().ask("""
                        query($account: ID!, $order: ID!) { order(id: $order) { number lines { seats } }
                          node(id: $order) { id }
                          cart(accountId: $account) { id }
                          account(id: $account) { orders(first: 5) { totalCount nodes { id state } } } }""", Map.of("account", account(), "order", placed.text("data.checkout.order.id")));
        assertThat(shown.number("data.order.lines.0.seats")).isEqualTo(10);
        assertThat(shown.number("data.account.orders.totalCount")).isEqualTo(1);
        assertThat(shown.text("data.account.orders.nodes.0.id")).isEqualTo(placed.text("data.checkout.order.id"));
        assertThat(shown.at("data.cart").isNull()).isTrue();
    }

    @Test
    void showsTheDocumentsOfManyOrdersInAsManyStatementsAsThoseOfOne() {
        checkout(setLine(plan, 10), "sandbox_success", UUID.randomUUID());
        Answer bought = documents(1);
        assertThat(bought.number("data.account.orders.nodes.0.invoice.lines.0.net.minorUnits"))
                .isEqualTo(10_000);
        assertThat(bought.at("data.account.orders.nodes.0.creditNote").isNull()).isTrue();
        for (long seats : new long[] {12, 11, 13}) {
            test.put(buyer, SeatChangeRequest.of(test.subscriptions(buyer).getFirst(), seats));
            test.place(buyer);
        }
        Answer one = documents(1);
        Answer all = documents(10);
        assertThat(all.at("data.account.orders.nodes").size()).isEqualTo(4);
        for (int i = 0; i < 3; i++) {
            String order = "data.account.orders.nodes." + i;
            assertThat(all.text(order + ".invoice.orderId"))
                    .isEqualTo(all.text(order + ".creditNote.orderId"))
                    .isEqualTo(all.text(order + ".id"));
            assertThat(all.text(order + ".creditNote.lines.0.correctsInvoiceId"))
                    .isNotEmpty();
        }
        assertThat(all.statements()).isEqualTo(one.statements()).isPositive();
    }

    private Answer documents(int first) {
        return buyer.client().ask("""
                        query($account: ID!, $first: Int!) { account(id: $account) { orders(first: $first) { nodes { id
                          invoice { number orderId total { minorUnits } settlement { state } lines { net { minorUnits } } }
                          creditNote { number orderId total { minorUnits } lines { correctsInvoiceId } } } } } }""", Map.of("account", account(), "first", first));
    }

    @Test
    void confirmsEachLineInTheSentenceOfTheSeatQuote() {
        checkout(setLine(plan, 10), "sandbox_success", UUID.randomUUID());
        test.put(buyer, SeatChangeRequest.of(test.subscriptions(buyer).getFirst(), 12));
        Answer seen = buyer.client()
                .inSpanish()
                .ask(
                        "query($account: ID!) { cart(accountId: $account) { id seatQuote { id lines { explanation } } } }",
                        Map.of("account", account()));
        Map<String, Object> input = Map.of(
                "accountId",
                account(),
                "cartId",
                seen.text("data.cart.id"),
                "seatQuoteId",
                seen.text("data.cart.seatQuote.id"),
                "idempotencyKey",
                UUID.randomUUID().toString());
        assertThat(buyer.client().ask(CHECKOUT, Map.of("input", input)).text("data.checkout.order.state"))
                .isEqualTo("PLACED");
        List<String> sentences = seen.at("data.cart.seatQuote.lines")
                .valueStream()
                .map(line -> line.get("explanation").asString())
                .toList();
        assertThat(sentences).hasSize(2);
        Awaitility.await()
                .untilAsserted(() -> assertThat(mailsWritten())
                        .anySatisfy(
                                mail -> assertThat(mail.get("text").asString()).contains(sentences))
                        .anySatisfy(
                                mail -> assertThat(mail.get("html").asString()).contains(sentences)));
    }

    private List<JsonNode> mailsWritten() {
        outbox.dispatchDue();
        return buyer.client()
                .ask(
                        "query($account: ID!) { account(id: $account) { mails(first: 10) { nodes { text html } } } }",
                        Map.of("account", account()))
                .at("data.account.mails.nodes")
                .valueStream()
                .toList();
    }

    @Test
    void answersTheSameRequestUnderTheSameKeyWithTheSameBytes() {
        Answer cart = setLine(plan, 3);
        UUID key = UUID.randomUUID();
        Answer first = checkout(cart, "sandbox_success", key);
        Answer again = checkout(cart, "sandbox_success", key);
        assertThat(again.at("data")).isEqualTo(first.at("data"));
        assertThat(checkout(cart, "sandbox_success_mastercard", key).userErrorCodes("checkout"))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void answersAFreshSeatQuoteWhenTheCartChangedMeanwhile() {
        Answer seen = setLine(plan, 3);
        setLine(plan, 4);
        Answer answer = checkout(seen, "sandbox_success", UUID.randomUUID());
        assertThat(answer.userErrorCodes("checkout")).containsExactly("SEAT_QUOTE_CHANGED");
        assertThat(answer.number("data.checkout.userErrors.0.seatQuote.amountDue.minorUnits"))
                .isEqualTo(4_840);
        assertThat(orders()).isZero();
    }

    @Test
    void aRefusalDoesNotBindTheKey() {
        Answer seen = setLine(plan, 3);
        Answer changed = setLine(plan, 4);
        UUID key = UUID.randomUUID();
        assertThat(checkout(seen, "sandbox_success", key).userErrorCodes("checkout"))
                .containsExactly("SEAT_QUOTE_CHANGED");
        assertThat(checkout(changed, "sandbox_success", key).text("data.checkout.order.state"))
                .isEqualTo("PLACED");
    }

    @Test
    void asksForPaymentDataThenTellsWhyItWasDeclined() {
        Answer cart = setLine(plan, 3);
        Answer without = checkout(cart, null, UUID.randomUUID());
        assertThat(without.userErrorCodes("checkout")).containsExactly("PAYMENT_DATA_REQUIRED");
        assertThat(without.number("data.checkout.userErrors.0.amountDue.minorUnits"))
                .isEqualTo(3_630);
        UUID key = UUID.randomUUID();
        Answer declined = checkout(cart, "sandbox_insufficient_funds", key);
        assertThat(declined.userErrorCodes("checkout")).containsExactly("PAYMENT_DECLINED");
        assertThat(declined.text("data.checkout.userErrors.0.declineCode")).isEqualTo("insufficient_funds");
        assertThat(checkout(cart, "sandbox_insufficient_funds", key).at("data")).isEqualTo(declined.at("data"));
        assertThat(checkout(cart, "sandbox_success", UUID.randomUUID()).text("data.checkout.order.state"))
                .isEqualTo("PLACED");
    }

    @Test
    void speaksSpanish() {
        Answer cart = setLine(plan, 3);
        Map<String, Object> input = checkoutInput(cart, null, UUID.randomUUID());
        Answer answer = buyer.client().inSpanish().ask(CHECKOUT, Map.of("input", input));
        assertThat(answer.text("data.checkout.userErrors.0.message")).contains("pago");
    }

    @Test
    void sendsTheCustomerToTheBankAndPlacesTheOrderWhenItConfirmed() {
        Answer cart = setLine(plan, 3);
        Answer waiting = checkout(cart, "sandbox_authentication_required", UUID.randomUUID());
        String order = waiting.text("data.checkout.order.id");
        assertThat(waiting.at("data.checkout.userErrors")).isEmpty();
        assertThat(waiting.text("data.checkout.order.state")).isEqualTo("PENDING_PAYMENT");
        assertThat(waiting.text("data.checkout.order.paymentAction.redirectUrl"))
                .contains("/sandbox-gateway/");
        assertThat(setLineAnswer(plan, 5).userErrorCodes("setCartLine")).containsExactly("ORDER_IN_PROGRESS");
        Answer held = checkout(cart, null, UUID.randomUUID());
        assertThat(held.userErrorCodes("checkout")).containsExactly("ORDER_IN_PROGRESS");
        assertThat(held.text("data.checkout.userErrors.0.order.id")).isEqualTo(order);
        assertThat(held.text("data.checkout.userErrors.0.order.state")).isEqualTo("PENDING_PAYMENT");
        Answer early = confirm(order);
        assertThat(early.text("data.confirmPayment.order.state")).isEqualTo("PENDING_PAYMENT");
        db.sql()
                .execute(
                        "update sandbox_charge set state = 'SUCCEEDED' where account_id = {0}",
                        DSL.val(buyer.account().value()));
        Answer confirmed = confirm(order);
        assertThat(confirmed.text("data.confirmPayment.order.state")).isEqualTo("PLACED");
    }

    @Test
    void answersSeatCountsThatNoPlanAllowsWithItsLimits() {
        for (long seats : new long[] {-1, 0, 1L << 31, 4_000_000_000_000L}) {
            Answer answer = setLineAnswer(plan, seats);
            assertThat(answer.userErrorCodes("setCartLine")).containsExactly("SEAT_LIMIT_EXCEEDED");
            assertThat(answer.number("data.setCartLine.userErrors.0.maximum")).isEqualTo(100_000);
        }
    }

    @Test
    void answersOtherPeoplesIdsLikeThoseOfNothing() {
        Answer cart = setLine(plan, 3);
        Buyer stranger = test.buyer();
        Map<String, Object> input = checkoutInput(cart, "sandbox_success", UUID.randomUUID());
        Answer foreign = stranger.client().post(CHECKOUT, Map.of("input", input));
        assertThat(foreign.errorCodes()).containsExactly("NOT_FOUND");
        Map<String, Object> mixed = new HashMap<>(input);
        mixed.put("accountId", GlobalId.of(stranger.account()).toString());
        assertThat(stranger.client().post(CHECKOUT, Map.of("input", mixed)).errorCodes())
                .containsExactly("NOT_FOUND");
        assertThat(orders()).isZero();
    }

    @Test
    void refusesToOrderForACorporateAccountAndNamesItsRepresentative() {
        PersonId person = new PersonId(UUID.randomUUID());
        db.sql()
                .insertInto(PERSON)
                .set(PERSON.ID, person)
                .set(PERSON.EMAIL, person.value() + "@example.com")
                .set(PERSON.NAME, "Ana Ruiz")
                .set(PERSON.LOCALE, "es")
                .set(PERSON.STATUS, "ACTIVE")
                .set(PERSON.CREATED_AT, Instant.now())
                .execute();
        RepresentativeId representative = new RepresentativeId(UUID.randomUUID());
        db.sql()
                .insertInto(REPRESENTATIVE)
                .set(REPRESENTATIVE.ID, representative)
                .set(REPRESENTATIVE.PERSON_ID, person)
                .set(REPRESENTATIVE.NAME, "Ana Ruiz")
                .set(REPRESENTATIVE.EMAIL, "ana@example.com")
                .set(REPRESENTATIVE.CREATED_AT, Instant.now())
                .execute();
        db.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.KIND, "CORPORATE")
                .set(ACCOUNT.REPRESENTATIVE_ID, representative)
                .where(ACCOUNT.ACCOUNT_ID.eq(buyer.account()))
                .execute();
        Answer answer = checkout(setLine(plan, 3), "sandbox_success", UUID.randomUUID());
        assertThat(answer.userErrorCodes("checkout")).containsExactly("REPRESENTATIVE_REQUIRED");
        assertThat(answer.text("data.checkout.userErrors.0.representative.name"))
                .isEqualTo("Ana Ruiz");
        assertThat(orders()).isZero();
    }

    @Test
    void placesAtOnceWithAnOpenInvoiceWhereInvoicesAreSent() {
        db.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.COLLECTION, "SEND_INVOICE")
                .set(ACCOUNT.PAYMENT_TERM_DAYS, 30)
                .where(ACCOUNT.ACCOUNT_ID.eq(buyer.account()))
                .execute();
        Answer placed = checkout(setLine(plan, 3), null, UUID.randomUUID());
        assertThat(placed.text("data.checkout.order.state")).isEqualTo("PLACED");
        assertThat(db.sql()
                        .fetchSingle(
                                "select open_minor from settlement where account_id = {0}",
                                DSL.val(buyer.account().value()))
                        .get(0, Long.class))
                .isEqualTo(3_630);
    }

    @Test
    void placesWithinAMaximumAndRefusesBeyondIt() {
        Answer cart = setLine(plan, 3);
        Map<String, Object> input = checkoutInput(cart, "sandbox_success", UUID.randomUUID());
        input.remove("seatQuoteId");
        input.put("maximumAmountDue", Map.of("minorUnits", 3_629, "currency", "EUR"));
        assertThat(buyer.client().ask(CHECKOUT, Map.of("input", input)).userErrorCodes("checkout"))
                .containsExactly("SEAT_QUOTE_CHANGED");
        input.put("maximumAmountDue", Map.of("minorUnits", 3_630, "currency", "EUR"));
        assertThat(buyer.client().ask(CHECKOUT, Map.of("input", input)).text("data.checkout.order.state"))
                .isEqualTo("PLACED");
    }

    @Test
    void addsAConfirmedVatNumberAndChargesNoTax() {
        db.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.COUNTRY, "DE")
                .where(ACCOUNT.ACCOUNT_ID.eq(buyer.account()))
                .execute();
        String number = sandboxNumber();
        setLine(plan, 10);
        Answer cart = buyer.client()
                .ask(
                        """
                        mutation($input: SetCartDetailsInput!) { setCartDetails(input: $input) {
                          cart { id purchaseOrderNumber taxIdToAdd seatQuote { id amountDue { minorUnits } } } userErrors { code } } }""",
                        Map.of(
                                "input",
                                Map.of("accountId", account(), "purchaseOrderNumber", "PO-7", "taxIdToAdd", number)));
        assertThat(cart.number("data.setCartDetails.cart.seatQuote.amountDue.minorUnits"))
                .isEqualTo(10_000);
        Map<String, Object> input = new HashMap<>();
        input.put("accountId", account());
        input.put("cartId", cart.text("data.setCartDetails.cart.id"));
        input.put("seatQuoteId", cart.text("data.setCartDetails.cart.seatQuote.id"));
        input.put("paymentToken", "sandbox_success");
        input.put("idempotencyKey", UUID.randomUUID().toString());
        Answer placed = buyer.client().ask(CHECKOUT, Map.of("input", input));
        assertThat(placed.number("data.checkout.order.charges.minorUnits")).isEqualTo(10_000);
        assertThat(db.sql()
                        .fetchSingle(
                                "select number from tax_id where account_id = {0} and removed_at is null",
                                DSL.val(buyer.account().value()))
                        .get(0, String.class))
                .isEqualTo(number);
    }

    private static String sandboxNumber() {
        try (var lines = new BufferedReader(new InputStreamReader(
                        CheckoutApiTests.class.getResourceAsStream("/tax/sandbox-tax-ids.csv"), StandardCharsets.UTF_8))
                .lines()) {
            return lines.filter(line -> line.startsWith("DE") && line.contains(",VALID"))
                    .map(line -> line.split(",")[0])
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Answer setLine(PlanId wanted, long seats) {
        Answer answer = setLineAnswer(wanted, seats);
        assertThat(answer.at("data.setCartLine.userErrors")).isEmpty();
        return answer;
    }

    private Answer setLineAnswer(PlanId wanted, long seats) {
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

    private Answer checkout(Answer cart, String token, UUID key) {
        return buyer.client().ask(CHECKOUT, Map.of("input", checkoutInput(cart, token, key)));
    }

    private Map<String, Object> checkoutInput(Answer cart, String token, UUID key) {
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

    private Answer confirm(String order) {
        return buyer.client()
                .ask(
                        CONFIRM,
                        Map.of(
                                "input",
                                Map.of(
                                        "orderId",
                                        order,
                                        "idempotencyKey",
                                        UUID.randomUUID().toString())));
    }

    private String account() {
        return GlobalId.of(buyer.account()).toString();
    }

    private int orders() {
        return db.sql().fetchCount(ACCOUNT_ORDER, ACCOUNT_ORDER.ACCOUNT_ID.eq(buyer.account()));
    }
}
