package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi.Answer;
import dev.puesto.seatquote.SeatChangeRequest;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Checkouts through HTTP that place an order. */
@PuestoTest
class CheckoutPlacedApiTests extends CheckoutApi {
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

    @ParameterizedTest
    @CsvSource({"es, del 31 de enero de 2026 al 28 de febrero de 2026", "en, 31 January 2026 to 28 February 2026"})
    void writesDatesInTheLinesOfDocumentsAsEverywhere(String language, String period) {
        db.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.LOCALE, language)
                .where(ACCOUNT.ACCOUNT_ID.eq(buyer.account()))
                .execute();
        accounts.setClock(buyer.account(), Instant.parse("2026-01-31T12:00:00Z"));
        checkout(setLine(plan, 10), "sandbox_success", UUID.randomUUID());
        assertThat(documents(1).text("data.account.orders.nodes.0.invoice.lines.0.description"))
                .endsWith("(" + period + ")");
    }

    private Answer documents(int first) {
        return buyer.client().ask("""
                        query($account: ID!, $first: Int!) { account(id: $account) { orders(first: $first) { nodes { id
                          invoice { number orderId total { minorUnits } settlement { state } lines { description net { minorUnits } } }
                          creditNote { number orderId total { minorUnits } lines { correctsInvoiceId } } } } } }""", Map.of("account", account(), "first", first));
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

    private static String sandboxNumber() {
        try (var lines = new BufferedReader(new InputStreamReader(
                        CheckoutApi.class.getResourceAsStream("/tax/sandbox-tax-ids.csv"), StandardCharsets.UTF_8))
                .lines()) {
            return lines.filter(line -> line.startsWith("DE") && line.contains(",VALID"))
                    .map(line -> line.split(",")[0])
                    .findFirst()
                    .orElseThrow();
        }
    }
}
