package dev.puesto.quote;

import static dev.puesto.jooq.Tables.CART;
import static dev.puesto.jooq.Tables.OUTBOX;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.account.TestAccounts;
import dev.puesto.api.PageRequest;
import dev.puesto.cart.Cart;
import dev.puesto.cart.TestCarts;
import dev.puesto.id.AccountId;
import dev.puesto.id.CartId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.JobDb;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.subscription.TestSubscriptions;
import dev.puesto.subscription.TestSubscriptions.Offer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A corporate account asks its representative for more seats, and takes it back. */
@PuestoTest
class RequestApiTests {
    private static final String SEND = "mutation($input: RequestSeatChangeInput!) { requestSeatChange(input: $input) {"
            + " request { id number state note version contactName representative { name } lines { previousSeats seats"
            + " plan { id } subscriptionId } } cart { id state requestId } userErrors { code message"
            + " ... on CartChanged { cart { state } } } } }";
    private static final String WITHDRAW = "mutation($input: WithdrawRequestInput!) { withdrawRequest(input: $input) {"
            + " request { state closeReason closedAt version } cart { id state lines { seats } } userErrors { code"
            + " ... on RequestChanged { request { state } } } } }";

    @Autowired
    TestApi api;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSubscriptions subscriptions;

    @Autowired
    TestCarts carts;

    @Autowired
    RequestSending sending;

    @Autowired
    RequestLists lists;

    @Autowired
    JobDb jobs;

    AccountId account;
    Offer offer;
    SubscriptionId subscription;
    Viewer.Person representative;
    TestApi.Client client;

    @BeforeEach
    void aCorporateAccount() {
        account = accounts.open();
        offer = subscriptions.offer();
        subscription = subscriptions.subscribe(account, offer, 10);
        representative = accounts.representative(account);
        client = api.client().on(account);
    }

    @Test
    void sendsACartToTheRepresentativeAndChangesNothingElse() {
        CartId cart = fill(14);
        Answer answer = send(cart, UUID.randomUUID());
        String request = "data.requestSeatChange.request.";
        assertThat(answer.userErrorCodes("requestSeatChange")).isEmpty();
        assertThat(answer.number(request + "number")).isOne();
        assertThat(answer.text(request + "state")).isEqualTo("OPEN");
        assertThat(answer.text(request + "representative.name")).isEqualTo("Ana Prado");
        assertThat(answer.number(request + "lines.0.previousSeats")).isEqualTo(10);
        assertThat(answer.number(request + "lines.0.seats")).isEqualTo(14);
        assertThat(answer.text("data.requestSeatChange.cart.state")).isEqualTo("CHECKED_OUT");
        assertThat(answer.text("data.requestSeatChange.cart.requestId")).isEqualTo(answer.text(request + "id"));
        assertThat(seatsOwned()).isEqualTo(10);
        Answer list = client.ask(
                "query($id: ID!) { account(id: $id) { cart { id } requests(first: 5, state: OPEN) { totalCount nodes"
                        + " { number } } auditEntries(first: 1) { nodes { action } }"
                        + " billingAttention { kind requestId } } }",
                Map.of("id", GlobalId.of(account).toString()));
        assertThat(list.at("data.account.cart").isNull()).isTrue();
        assertThat(list.number("data.account.requests.totalCount")).isOne();
        assertThat(list.text("data.account.auditEntries.nodes.0.action")).isEqualTo("REQUEST_OPENED");
        assertThat(list.at("data.account.billingAttention").toString())
                .contains("REQUEST_OPEN", answer.text(request + "id"));
        Answer node = client.ask(
                "query($id: ID!) { node(id: $id) { ... on Request { number } } request(id: $id) { number } }",
                Map.of("id", answer.text(request + "id")));
        assertThat(node.number("data.node.number")).isOne();
        assertThat(node.number("data.request.number")).isOne();
    }

    @Test
    void answersTheSameKeyWithTheSameRequest() {
        CartId cart = fill(14);
        UUID key = UUID.randomUUID();
        Answer first = send(cart, key);
        Answer again = send(cart, key);
        assertThat(again.text("data.requestSeatChange.request.id"))
                .isEqualTo(first.text("data.requestSeatChange.request.id"));
        assertThat(send(fill(15), key).userErrorCodes("requestSeatChange")).containsExactly("IDEMPOTENCY_KEY_REUSED");
        assertThat(send(cart, UUID.randomUUID()).userErrorCodes("requestSeatChange"))
                .containsExactly("CART_CHANGED");
    }

    @Test
    void tellsAnAccountThatBuysByItselfToCheckOut() {
        AccountId other = accounts.open();
        client.on(other);
        Cart cart = carts.put(client.viewer(), other, SeatChangeRequest.of(offer.plan(), 3));
        Answer answer = client.inSpanish().ask(SEND, input(other, cart.cartId(), UUID.randomUUID()));
        assertThat(answer.userErrorCodes("requestSeatChange")).containsExactly("CHECKOUT_INSTEAD");
        assertThat(answer.text("data.requestSeatChange.userErrors.0.message")).startsWith("Esta cuenta");
    }

    @Test
    void takesARequestBackAndOpensItsCart() {
        CartId cart = fill(14);
        Answer sent = send(cart, UUID.randomUUID());
        Answer answer = withdraw(sent);
        String payload = "data.withdrawRequest.";
        assertThat(answer.text(payload + "request.state")).isEqualTo("CLOSED");
        assertThat(answer.text(payload + "request.closeReason")).isEqualTo("WITHDRAWN");
        assertThat(answer.text(payload + "cart.state")).isEqualTo("OPEN");
        assertThat(answer.number(payload + "cart.lines.0.seats")).isEqualTo(14);
        Answer again = withdraw(sent);
        assertThat(again.userErrorCodes("withdrawRequest")).containsExactly("REQUEST_CHANGED");
        assertThat(again.text(payload + "userErrors.0.request.state")).isEqualTo("CLOSED");
        Answer second = send(cart, UUID.randomUUID());
        assertThat(second.number("data.requestSeatChange.request.number")).isEqualTo(2);
    }

    @Test
    void leavesACartThatWasBegunMeanwhileAlone() {
        Answer sent = send(fill(14), UUID.randomUUID());
        CartId another = fill(20);
        Answer answer = withdraw(sent);
        assertThat(answer.text("data.withdrawRequest.request.state")).isEqualTo("CLOSED");
        assertThat(answer.at("data.withdrawRequest.cart").isNull()).isTrue();
        assertThat(jobs.sql()
                        .select(CART.ID)
                        .from(CART)
                        .where(CART.ACCOUNT_ID.eq(account))
                        .and(CART.STATE.eq("OPEN"))
                        .fetch(CART.ID))
                .containsExactly(another);
    }

    @Test
    void namesTheContactWhoAsked() {
        Viewer.Person buyer = accounts.contact(account, "BILLING_CONTACT", Scope.BILLING_WRITE);
        Cart cart = carts.put(buyer, account, SeatChangeRequest.of(subscription, 14));
        Request request = sending.send(
                        buyer, new RequestSending.Command(account, cart.cartId(), "Antes de julio"), UUID.randomUUID())
                .request();
        assertThat(request.contactName()).isEqualTo("Lucía Gómez");
        assertThat(request.contactEmail()).isEqualTo(buyer.name());
        assertThat(request.note()).isEqualTo("Antes de julio");
        assertThat(jobs.sql()
                        .select(OUTBOX.TYPE)
                        .from(OUTBOX)
                        .where(OUTBOX.ACCOUNT_ID.eq(account))
                        .fetch(OUTBOX.TYPE))
                .containsExactly("RequestOpened");
    }

    @Test
    void listsRequestsToTheRepresentativeOfTheAccountAlone() {
        send(fill(14), UUID.randomUUID());
        var own = lists.page(representative, PageRequest.first(10), RequestState.OPEN);
        assertThat(own.nodes()).extracting(RequestListItem::account).containsExactly(account);
        assertThat(own.totalCount()).isOne();
        Viewer.Person colleague = accounts.representative(accounts.open());
        assertThat(lists.page(colleague, PageRequest.first(10), null).nodes()).isEmpty();
        Answer answer = client.ask(
                "query { requests(first: 5, filter: { state: OPEN }) { totalCount nodes { accountName number } } }",
                Map.of());
        assertThat(answer.number("data.requests.totalCount")).isOne();
    }

    private CartId fill(long seats) {
        return carts.put(client.viewer(), account, SeatChangeRequest.of(subscription, seats))
                .cartId();
    }

    private Answer send(CartId cart, UUID key) {
        return client.ask(SEND, input(account, cart, key));
    }

    private static Map<String, Object> input(AccountId account, CartId cart, UUID key) {
        Map<String, Object> input = new HashMap<>();
        input.put("accountId", GlobalId.of(account).toString());
        input.put("cartId", GlobalId.of("Cart", account, cart).toString());
        input.put("note", "Before July");
        input.put("idempotencyKey", key.toString());
        return Map.of("input", input);
    }

    private Answer withdraw(Answer sent) {
        String request = "data.requestSeatChange.request.";
        return client.ask(
                WITHDRAW,
                Map.of(
                        "input",
                        Map.of(
                                "requestId", sent.text(request + "id"),
                                "expectedVersion", sent.number(request + "version"))));
    }

    private long seatsOwned() {
        return jobs.sql()
                .select(SUBSCRIPTION.SEATS_OWNED)
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                .fetchSingle(SUBSCRIPTION.SEATS_OWNED);
    }
}
