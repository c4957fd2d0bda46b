package dev.puesto.attention;

import static dev.puesto.jooq.Tables.PAYMENT_METHOD;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static dev.puesto.jooq.Tables.TAX_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.access.Scope;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.JobDb;
import dev.puesto.subscription.TestSubscriptions;
import dev.puesto.subscription.TestSubscriptions.Offer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class AttentionApiTests {
    private static final String BILLING =
            "query($id: ID!) { account(id: $id) { items: billingAttention { kind severity message at subscriptionId"
                    + " orderId documentId paymentMethodId taxIdId requestId } } }";
    private static final String SEATS =
            "query($id: ID!) { account(id: $id) { items: seatAttention { kind severity message subscriptionId } } }";

    @Autowired
    TestApi api;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSubscriptions subscriptions;

    @Autowired
    JobDb jobs;

    AccountId account;
    Offer offer;
    TestApi.Client client;

    @BeforeEach
    void anAccount() {
        account = accounts.open();
        offer = subscriptions.offer();
        client = api.client().on(account);
    }

    @Test
    void wantsNothingOfAnAccountWithoutASubscription() {
        assertThat(kinds(BILLING)).isEmpty();
        assertThat(kinds(SEATS)).isEmpty();
    }

    @Test
    void tellsOfAMissingPaymentMethodAndARenewalThatIsNear() {
        SubscriptionId subscription =
                subscriptions.subscribe(account, offer, 10, Instant.now().minus(29, ChronoUnit.DAYS));
        Answer answer = ask(client.inSpanish(), BILLING);
        assertThat(kinds(answer)).containsExactly("PAYMENT_METHOD_MISSING", "RENEWAL_SOON");
        assertThat(answer.text("data.account.items.0.message")).startsWith("No hay método de pago");
        assertThat(answer.text("data.account.items.1.message")).startsWith("Desk se renueva el ");
        assertThat(answer.text("data.account.items.1.subscriptionId"))
                .isEqualTo(GlobalId.of("Subscription", account, subscription).toString());
    }

    @Test
    void tellsOfACardThatExpiresAndOfOneThatDid() {
        subscriptions.subscribe(account, offer, 10);
        keepCard(LocalDate.now().plusDays(10));
        assertThat(kinds(BILLING)).containsExactly("PAYMENT_METHOD_EXPIRING");
        jobs.sql()
                .update(PAYMENT_METHOD)
                .set(PAYMENT_METHOD.EXPIRES_ON, LocalDate.now().minusDays(3))
                .where(PAYMENT_METHOD.ACCOUNT_ID.eq(account))
                .execute();
        Answer answer = ask(client, BILLING);
        assertThat(kinds(answer)).containsExactly("PAYMENT_METHOD_EXPIRED");
        assertThat(answer.text("data.account.items.0.severity")).isEqualTo("URGENT");
        assertThat(answer.text("data.account.items.0.message")).contains("Visa", "4242");
    }

    @Test
    void tellsOfAVatNumberThatNobodyConfirmed() {
        jobs.sql()
                .insertInto(TAX_ID)
                .set(TAX_ID.ACCOUNT_ID, account)
                .set(TAX_ID.COUNTRY, "ES")
                .set(TAX_ID.NUMBER, "ESB12345674")
                .set(TAX_ID.STATE, "UNVERIFIED")
                .set(TAX_ID.CREATED_AT, Instant.now())
                .execute();
        Answer answer = ask(client, BILLING);
        assertThat(kinds(answer)).containsExactly("TAX_ID_UNCONFIRMED");
        assertThat(answer.text("data.account.items.0.message")).contains("ESB12345674");
    }

    @Test
    void tellsOfSeatsThatAreAllTakenAndOfSeatsThatNobodyUses() {
        SubscriptionId full = subscriptions.subscribe(account, offer, 2);
        SubscriptionId unused = subscriptions.subscribe(account, subscriptions.offer(), 1200);
        accounts.addUsers(account, 3);
        jobs.sql()
                .update(SUBSCRIPTION)
                .set(SUBSCRIPTION.SEATS_ASSIGNED, 2L)
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                .and(SUBSCRIPTION.ID.eq(full))
                .execute();
        Answer answer = ask(client, SEATS);
        assertThat(kinds(answer)).containsExactly("SEATS_FULL", "SEATS_UNUSED");
        assertThat(answer.text("data.account.items.0.message")).contains("Desk", "2 agents");
        assertThat(answer.text("data.account.items.1.message")).contains("1,200 of 1,200 agents");
        assertThat(answer.text("data.account.items.1.subscriptionId"))
                .isEqualTo(GlobalId.of("Subscription", account, unused).toString());
    }

    @Test
    void showsSeatsToWhomMayNotReadMoney() {
        subscriptions.subscribe(account, offer, 1200);
        TestApi.Client seats = api.client(Scope.ACCOUNTS_READ, Scope.SEATS_READ).on(account);
        assertThat(kinds(ask(seats, SEATS))).containsExactly("SEATS_UNUSED");
        assertThat(seats.post(BILLING, id()).errorCodes()).containsExactly("FORBIDDEN");
    }

    private void keepCard(LocalDate expires) {
        jobs.sql()
                .insertInto(PAYMENT_METHOD)
                .set(PAYMENT_METHOD.ACCOUNT_ID, account)
                .set(PAYMENT_METHOD.GATEWAY, "sandbox")
                .set(PAYMENT_METHOD.TOKEN, "sandbox_success")
                .set(PAYMENT_METHOD.BRAND, "Visa")
                .set(PAYMENT_METHOD.LAST_DIGITS, "4242")
                .set(PAYMENT_METHOD.EXPIRES_ON, expires)
                .set(PAYMENT_METHOD.PREFERRED, true)
                .set(PAYMENT_METHOD.CREATED_AT, Instant.now())
                .execute();
    }

    private List<String> kinds(String document) {
        return kinds(ask(client, document));
    }

    private static List<String> kinds(Answer answer) {
        return answer.at("data.account.items")
                .valueStream()
                .map(item -> item.at("/kind").asString())
                .toList();
    }

    private Answer ask(TestApi.Client asking, String document) {
        return asking.ask(document, id());
    }

    private Map<String, String> id() {
        return Map.of("id", GlobalId.of(account).toString());
    }
}
