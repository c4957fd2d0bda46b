package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.AUDIT;
import static dev.puesto.jooq.Tables.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Checkouts through HTTP that are declined, or wait for the customer. */
@PuestoTest
class CheckoutPaymentApiTests extends CheckoutApi {
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
        assertThat(declined.text("data.checkout.userErrors.0.message"))
                .isEqualTo("Declined: there are not enough funds. Nothing was charged; use another method.");
        assertThat(checkout(cart, "sandbox_insufficient_funds", key).at("data")).isEqualTo(declined.at("data"));
        assertThat(checkout(cart, "sandbox_success", UUID.randomUUID()).text("data.checkout.order.state"))
                .isEqualTo("PLACED");
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
        assertThat(paymentChanges()).isEqualTo(1);
        Answer early = confirm(order);
        assertThat(early.text("data.confirmPayment.order.state")).isEqualTo("PENDING_PAYMENT");
        assertThat(paymentChanges()).isEqualTo(1);
        succeed();
        Answer confirmed = confirm(order);
        assertThat(confirmed.text("data.confirmPayment.order.state")).isEqualTo("PLACED");
    }

    @Test
    void answersARepeatedRequestWithTheOrderWhilePaymentIsUnknown() {
        Answer cart = setLine(plan, 3);
        UUID key = UUID.randomUUID();
        Answer first = checkout(cart, "sandbox_unknown_for_an_hour", key);
        assertThat(first.text("data.checkout.order.state")).isEqualTo("PENDING_PAYMENT");
        Answer again = checkout(cart, "sandbox_unknown_for_an_hour", key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("data")).isEqualTo(first.at("data"));
    }

    @Test
    void printsTheVatNumberThatDecidedTheTaxWhateverIsSetWhileTheOrderWaits() {
        buyer = test.buyer(accounts.open("EUR", "DE"));
        setTaxId("DE500000007");
        Answer waiting = checkout(setLine(plan, 3), "sandbox_authentication_required", UUID.randomUUID());
        setTaxId(null);
        succeed();
        assertThat(confirm(waiting.text("data.checkout.order.id")).text("data.confirmPayment.order.state"))
                .isEqualTo("PLACED");
        assertThat(db.sql()
                        .select(DOCUMENT.BUYER)
                        .from(DOCUMENT)
                        .where(DOCUMENT.ACCOUNT_ID.eq(buyer.account()))
                        .fetchSingle()
                        .value1()
                        .data())
                .contains("DE500000007");
    }

    private int paymentChanges() {
        return db.sql()
                .fetchCount(
                        AUDIT,
                        AUDIT.ACCOUNT_ID.eq(buyer.account()).and(AUDIT.ACTION.eq("ORDER_PAYMENT_STATE_CHANGED")));
    }

    private void setTaxId(String number) {
        Map<String, Object> input = new HashMap<>();
        input.put("accountId", account());
        input.put("number", number);
        Answer answer = buyer.client()
                .ask(
                        "mutation($input: SetTaxIdInput!) { setTaxId(input: $input) { userErrors { code } } }",
                        Map.of("input", input));
        assertThat(answer.at("data.setTaxId.userErrors")).isEmpty();
    }

    private void succeed() {
        db.sql()
                .execute(
                        "update sandbox_charge set state = 'SUCCEEDED' where account_id = {0}",
                        DSL.val(buyer.account().value()));
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
}
