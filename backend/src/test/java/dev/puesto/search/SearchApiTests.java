package dev.puesto.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.access.Scope;
import dev.puesto.account.TestAccounts;
import dev.puesto.checkout.TestCheckout;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.GlobalId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.subscription.TestSubscriptions;
import dev.puesto.subscription.TestSubscriptions.Offer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class SearchApiTests {
    private static final String SEARCH = "query($id: ID!, $text: String!, $first: Int!) { search(accountId: $id,"
            + " text: $text, first: $first) { kind id title detail } }";

    @Autowired
    TestApi api;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCheckout checkout;

    @Autowired
    TestSubscriptions subscriptions;

    Buyer buyer;
    Offer offer;
    SubscriptionId subscription;

    @BeforeEach
    void anAccountThatBought() {
        buyer = checkout.buyer();
        offer = subscriptions.offer();
        subscription = checkout.buy(buyer, 3, offer.plan()).getFirst();
        accounts.addUsers(buyer.account(), 12);
    }

    @Test
    void findsUsersByNameAndByAddress() {
        Answer answer = search(buyer.client(), "USER 000", 50);
        assertThat(kinds(answer)).hasSize(10).containsOnly("USER");
        assertThat(answer.text("data.search.0.title")).isEqualTo("User 0000");
        assertThat(answer.text("data.search.0.detail")).isEqualTo("User0000@example.com");
        assertThat(kinds(search(buyer.client(), "user0011@", 10))).containsExactly("USER");
        assertThat(kinds(search(buyer.client(), "u", 10))).isEmpty();
    }

    @Test
    void findsUsersWhetherAccentsAreTypedOrNot() {
        accounts.addUser(buyer.account(), "Íñigo Muñoz", "im@example.com");
        assertThat(search(buyer.client(), "inigo mun", 10).text("data.search.0.title"))
                .isEqualTo("Íñigo Muñoz");
        assertThat(search(buyer.client(), "ÍÑIGO", 10).text("data.search.0.title"))
                .isEqualTo("Íñigo Muñoz");
    }

    @Test
    void findsAProductAndItsSubscription() {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        !kinds(search(buyer.client(), offer.productCode(), 10)).isEmpty());
        Answer answer = search(buyer.client(), offer.productCode(), 10);
        assertThat(kinds(answer)).containsExactly("PRODUCT", "SUBSCRIPTION");
        assertThat(answer.text("data.search.1.id"))
                .isEqualTo(GlobalId.of("Subscription", buyer.account(), subscription)
                        .toString());
        assertThat(answer.text("data.search.1.detail")).isEqualTo("Monthly · 3 agents");
    }

    @Test
    void findsOrdersAndDocumentsByNumber() {
        Answer invoice = search(buyer.client().inSpanish(), number().toLowerCase(), 10);
        assertThat(kinds(invoice)).containsExactly("INVOICE");
        assertThat(invoice.text("data.search.0.title")).isEqualTo("Factura " + number());
        Answer order = search(buyer.client(), "1", 10);
        assertThat(kinds(order)).contains("ORDER");
        assertThat(order.text("data.search.0.title")).isEqualTo("Order 1");
    }

    @Test
    void findsOnlyWhatTheCallerMayRead() {
        TestApi.Client people = api.client(Scope.ACCOUNTS_READ).on(buyer.account());
        assertThat(kinds(search(people, number(), 10))).isEmpty();
        assertThat(kinds(search(people, "1", 10))).isEmpty();
        assertThat(kinds(search(people, offer.productCode(), 10))).isEmpty();
        assertThat(kinds(search(people, "user 0", 3))).containsExactly("USER", "USER", "USER");
        assertThat(kinds(search(api.client(), "user 0", 10))).isEmpty();
    }

    @Test
    void refusesMoreThanItGives() {
        assertThat(buyer.client()
                        .post(SEARCH, Map.of("id", id(), "text", "user", "first", 51))
                        .errorCodes())
                .containsExactly("BAD_REQUEST");
    }

    private String number() {
        return buyer.client()
                .ask(
                        "query($id: ID!) { account(id: $id) { documents(first: 1) { nodes { number } } } }",
                        Map.of("id", id()))
                .text("data.account.documents.nodes.0.number");
    }

    private Answer search(TestApi.Client client, String text, int first) {
        return client.ask(SEARCH, Map.of("id", id(), "text", text, "first", first));
    }

    private String id() {
        return GlobalId.of(buyer.account()).toString();
    }

    private static List<String> kinds(Answer answer) {
        return answer.at("data.search")
                .valueStream()
                .map(hit -> hit.at("/kind").asString())
                .toList();
    }
}
