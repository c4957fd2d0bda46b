package dev.puesto.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PaymentId;
import dev.puesto.id.PaymentMethodId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.jooq.AccountDb;
import dev.puesto.payment.DuePayments.DuePayment;
import dev.puesto.subscription.TestOrders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class PaymentsTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ADD = "mutation($input: AddPaymentMethodInput!) { addPaymentMethod(input: $input) {"
            + " paymentMethod { id brand lastDigits preferred } userErrors { code message } } }";
    private static final String REMOVE = "mutation($input: RemovePaymentMethodInput!) {"
            + " removePaymentMethod(input: $input) { removedPaymentMethodId userErrors { code } } }";
    private static final String LIST =
            "query($id: ID!) { account(id: $id) { paymentMethods { id lastDigits preferred } } }";

    @Autowired
    AccountDb db;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestOrders orders;

    @Autowired
    TestApi api;

    @Autowired
    DuePayments due;

    AccountId account;
    OrderId order;
    TestApi.Client client;

    @BeforeEach
    void anAccountWithAnOrder() {
        account = accounts.open();
        order = orders.pending(account);
        client = api.client().on(account);
    }

    @Test
    void makesAnotherMethodTheDefault() {
        String first = add("sandbox_success").text("data.addPaymentMethod.paymentMethod.id");
        add("sandbox_success_mastercard");
        var answer = client.ask(
                "mutation($input: SetDefaultPaymentMethodInput!) { setDefaultPaymentMethod(input: $input) {"
                        + " paymentMethods { id preferred } userErrors { code } } }",
                Map.of("input", Map.of("paymentMethodId", first)));
        assertThat(answer.text("data.setDefaultPaymentMethod.paymentMethods.0.id"))
                .isEqualTo(first);
        assertThat(answer.at("data.setDefaultPaymentMethod.paymentMethods.0.preferred")
                        .asBoolean())
                .isTrue();
        assertThat(answer.at("data.setDefaultPaymentMethod.paymentMethods.1.preferred")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void writesDownWhichMethodBecameTheDefault() {
        String first = add("sandbox_success").text("data.addPaymentMethod.paymentMethod.id");
        add("sandbox_success_mastercard");
        client.ask(
                "mutation($input: SetDefaultPaymentMethodInput!) { setDefaultPaymentMethod(input: $input) {"
                        + " userErrors { code } } }",
                Map.of("input", Map.of("paymentMethodId", first)));
        var answer = client.ask(
                "query($id: ID!) { account(id: $id) { auditEntries(first: 1) { nodes { action before after } } } }",
                Map.of("id", GlobalId.of(account).toString()));
        String entry = "data.account.auditEntries.nodes.0.";
        assertThat(answer.text(entry + "action")).isEqualTo("PAYMENT_METHOD_PREFERRED");
        assertThat(answer.text(entry + "before")).contains("\"preferred\": false", "4242");
        assertThat(answer.text(entry + "after")).contains("\"preferred\": true", "4242");
    }

    @Test
    void keepsAMethodAsTheDefaultAndTheNextInItsPlace() {
        var first = add("sandbox_success").text("data.addPaymentMethod.paymentMethod.id");
        add("sandbox_success_mastercard");
        var methods = client.ask(LIST, Map.of("id", GlobalId.of(account).toString()));
        assertThat(methods.text("data.account.paymentMethods.0.lastDigits")).isEqualTo("4444");
        assertThat(methods.at("data.account.paymentMethods.0.preferred").asBoolean())
                .isTrue();
        assertThat(methods.text("data.account.paymentMethods.1.id")).isEqualTo(first);
        assertThat(methods.at("data.account.paymentMethods.1.preferred").asBoolean())
                .isFalse();
    }

    @Test
    void keepsATokenOnce() {
        var first = add("sandbox_success").text("data.addPaymentMethod.paymentMethod.id");
        assertThat(add("sandbox_success").text("data.addPaymentMethod.paymentMethod.id"))
                .isEqualTo(first);
    }

    @Test
    void refusesATokenThatTheProviderDoesNotKnow() {
        assertThat(add("tok_nothing").userErrorCodes("addPaymentMethod")).containsExactly("PAYMENT_TOKEN_REFUSED");
    }

    @Test
    void removesAMethodUnlessAPaymentUsesIt() {
        var id = add("sandbox_success").text("data.addPaymentMethod.paymentMethod.id");
        var method =
                GlobalId.valueOf(id).as("PaymentMethod", PaymentMethodId::new).orElseThrow();
        PaymentId payment = begin(method);
        assertThat(remove(id).userErrorCodes("removePaymentMethod")).containsExactly("PAYMENT_METHOD_IN_USE");
        answered(payment, new PaymentAnswer.Declined("do_not_honor"));
        assertThat(remove(id).text("data.removePaymentMethod.removedPaymentMethodId"))
                .isEqualTo(id);
        assertThat(client.ask(LIST, Map.of("id", GlobalId.of(account).toString()))
                        .at("data.account.paymentMethods")
                        .size())
                .isZero();
    }

    @Test
    void cannotRemoveAnotherAccountsMethod() {
        var id = add("sandbox_success").text("data.addPaymentMethod.paymentMethod.id");
        var stranger = api.client().on(accounts.open());
        assertThat(stranger.post(REMOVE, Map.of("input", Map.of("paymentMethodId", id)))
                        .errorCodes())
                .containsExactly("NOT_FOUND");
    }

    @Test
    void staysSucceededWhateverIsAnsweredLater() {
        PaymentId payment = begin(method());
        answered(payment, new PaymentAnswer.Succeeded());
        answered(payment, new PaymentAnswer.Declined("do_not_honor"));
        answered(payment, new PaymentAnswer.Canceled());
        assertThat(read(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(read(payment).settledAt()).isEqualTo(NOON);
    }

    @Test
    void aSuccessCountsEvenForAPaymentThatWasGivenUp() {
        PaymentId payment = begin(method());
        answered(payment, new PaymentAnswer.Canceled());
        answered(payment, new PaymentAnswer.Succeeded());
        assertThat(read(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void noAnswerIsNoDecline() {
        PaymentId payment = begin(method());
        answered(payment, new PaymentAnswer.Unknown());
        answered(payment, new PaymentAnswer.NotFound());
        assertThat(read(payment).state()).isEqualTo(PaymentState.PENDING);
        assertThat(read(payment).askAgainAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(due.due(NOON.plusSeconds(60), 100_000)).contains(new DuePayment(account, payment));
        assertThat(due.due(NOON.plusSeconds(59), 100_000)).doesNotContain(new DuePayment(account, payment));
    }

    @Test
    void remembersWhereTheCustomerConfirms() {
        PaymentId payment = begin(method());
        answered(payment, new PaymentAnswer.ActionRequired("https://bank.example/1", NOON.plusSeconds(900)));
        assertThat(read(payment).redirectUrl()).isEqualTo("https://bank.example/1");
        answered(payment, new PaymentAnswer.Succeeded());
        assertThat(read(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void anOrderHasOneLivePayment() {
        var method = method();
        begin(method);
        assertThatThrownBy(() -> begin(method)).hasMessageContaining("one_live_payment_per_order");
    }

    @Test
    void recoverySendsWhatWasBegun() {
        PaymentId payment = begin(method());
        Optional<PaymentGateway.Charge> charge = db.one(account, sql -> Payments.charge(sql, account, payment));
        assertThat(charge)
                .contains(new PaymentGateway.Charge(
                        account, payment, Money.ofMinor(CurrencyUnit.EUR, 1_000), "sandbox_success"));
        assertThat(charge.orElseThrow().toString()).doesNotContain("sandbox_success");
    }

    private PaymentMethodId method() {
        return GlobalId.valueOf(add("sandbox_success").text("data.addPaymentMethod.paymentMethod.id"))
                .as("PaymentMethod", PaymentMethodId::new)
                .orElseThrow();
    }

    private PaymentId begin(PaymentMethodId method) {
        var id = new PaymentId(TimeOrderedUuid.next());
        var payment = new Payment(
                id,
                order,
                method,
                Money.ofMinor(CurrencyUnit.EUR, 1_000),
                PaymentState.PENDING,
                null,
                null,
                null,
                NOON,
                null,
                NOON,
                NOON.plusSeconds(10),
                null);
        write(Payments.begin(account, payment, "sandbox"));
        return id;
    }

    private void answered(PaymentId payment, PaymentAnswer answer) {
        write(Payments.answered(account, payment, answer, NOON, NOON.plusSeconds(60)));
    }

    private void write(Query query) {
        db.transact(account, tx -> {
            tx.together(List.of(query));
            return null;
        });
    }

    private Payment read(PaymentId payment) {
        return db.one(account, sql -> Payments.read(sql.fetchSingle(Payments.of(account, payment))));
    }

    private TestApi.Answer add(String token) {
        return client.ask(
                ADD, Map.of("input", Map.of("accountId", GlobalId.of(account).toString(), "paymentToken", token)));
    }

    private TestApi.Answer remove(String id) {
        return client.ask(REMOVE, Map.of("input", Map.of("paymentMethodId", id)));
    }
}
