package dev.puesto.cart;

import static dev.puesto.jooq.Tables.CART_LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.account.TestAccounts;
import dev.puesto.api.Refusal;
import dev.puesto.checkout.TestCheckout;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PlanId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.JobDb;
import dev.puesto.seatquote.Releases;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.subscription.TestSubscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class CartTests {

    @Autowired
    TestCheckout test;

    @Autowired
    TestSubscriptions offers;

    @Autowired
    TestAccounts accounts;

    @Autowired
    CartEdits edits;

    @Autowired
    TestApi api;

    @Autowired
    JobDb db;

    Buyer buyer;

    @BeforeEach
    void aBuyer() {
        buyer = test.buyer();
    }

    @Test
    void holdsOneLinePerSubscriptionWithTheLastTarget() {
        SubscriptionId bought = test.buy(buyer, 3, offers.offer().plan()).getFirst();
        test.put(buyer, SeatChangeRequest.of(bought, 5));
        Cart cart = test.put(buyer, SeatChangeRequest.of(bought, 7));
        assertThat(cart.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.seats()).isEqualTo(7));
        assertThat(cart.version()).isEqualTo(3);
    }

    @Test
    void saysWhatDriftedSinceALineWasSet() {
        SubscriptionId bought = test.buy(buyer, 3, offers.offer().plan()).getFirst();
        Buyer other =
                new Buyer(buyer.account(), api.client().on(buyer.account()).viewer(), buyer.client());
        Cart before = test.put(other, SeatChangeRequest.of(bought, 9));
        assertThat(before.stale()).isFalse();
        test.put(buyer, SeatChangeRequest.of(bought, 5));
        test.place(buyer);
        Cart after = test.cart(other);
        assertThat(after.stale()).isTrue();
        assertThat(after.lines().getFirst().drift()).contains(LineDrift.SEATS);
    }

    @Test
    void saysInWordsWhatDrifted() {
        SubscriptionId bought = test.buy(buyer, 3, offers.offer().plan()).getFirst();
        TestApi.Client client = api.client().on(buyer.account());
        Buyer other = new Buyer(buyer.account(), client.viewer(), client);
        test.put(other, SeatChangeRequest.of(bought, 9));
        String query = "query($a: ID!) { cart(accountId: $a) { lines { drift driftExplanations } } }";
        Map<String, ?> account = Map.of("a", GlobalId.of(buyer.account()).toString());
        assertThat(client.ask(query, account).at("data.cart.lines.0.driftExplanations"))
                .isEmpty();
        test.put(buyer, SeatChangeRequest.of(bought, 5));
        test.place(buyer);
        Answer english = client.ask(query, account);
        assertThat(english.text("data.cart.lines.0.drift.0")).isEqualTo("SEATS");
        assertThat(english.text("data.cart.lines.0.driftExplanations.0"))
                .isEqualTo("The subscription now has 5 seats.");
        assertThat(client.inSpanish().ask(query, account).text("data.cart.lines.0.driftExplanations.0"))
                .isEqualTo("La suscripción tiene ahora 5 puestos.");
    }

    @Test
    void refusesTheEditOfAVersionThatIsGone() {
        var plan = offers.offer().plan();
        Cart first = test.put(buyer, SeatChangeRequest.of(plan, 5));
        test.put(buyer, SeatChangeRequest.of(plan, 6));
        var outcome = edits.setLine(buyer.viewer(), buyer.account(), SeatChangeRequest.of(plan, 7), first.version());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CartEdits.Outcome.Refused.class,
                        refused -> assertThat(refused.error()).isInstanceOf(CartChanged.class));
        assertThat(test.cart(buyer).lines().getFirst().seats()).isEqualTo(6);
    }

    @Test
    void holdsFiftyLinesAndNoMore() {
        for (int i = 0; i < CartEdits.LINES_MAX; i++) {
            test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 1));
        }
        var outcome = edits.setLine(
                buyer.viewer(),
                buyer.account(),
                SeatChangeRequest.of(offers.offer().plan(), 1),
                null);
        assertThat(outcome).isInstanceOf(CartEdits.Outcome.Refused.class);
        assertThat(test.cart(buyer).lines()).hasSize(CartEdits.LINES_MAX);
        Cart fewer = edits.removeLine(
                                buyer.viewer(),
                                buyer.account(),
                                test.cart(buyer).lines().getFirst().cartLineId(),
                                null)
                        instanceof CartEdits.Outcome.Edited edited
                ? edited.cart()
                : null;
        assertThat(fewer.lines()).hasSize(CartEdits.LINES_MAX - 1);
        assertThat(test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 1))
                        .lines())
                .hasSize(CartEdits.LINES_MAX);
    }

    @Test
    void keepsTheLinesOfEveryOtherCart() {
        test.buy(buyer, 1, offers.offer().plan());
        Cart ordered = test.put(buyer, SeatChangeRequest.of(offers.offer().plan(), 3));
        test.place(buyer);
        Buyer colleague =
                new Buyer(buyer.account(), api.client().on(buyer.account()).viewer(), buyer.client());
        Cart open = test.put(colleague, SeatChangeRequest.of(offers.offer().plan(), 4));
        Stream.of(ordered, open)
                .map(cart -> cart.lines().getFirst().cartLineId())
                .forEach(line -> edits.removeLine(buyer.viewer(), buyer.account(), line, null));
        assertThat(db.sql()
                        .select(CART_LINE.CART_ID)
                        .from(CART_LINE)
                        .where(CART_LINE.ACCOUNT_ID.eq(buyer.account()))
                        .fetch(CART_LINE.CART_ID))
                .contains(ordered.cartId(), open.cartId());
    }

    @Test
    void saysThatTheDatesWhichALineJoinsHaveMoved() {
        PlanId plan = offers.offer().plan();
        SubscriptionId joined = test.buy(buyer, 3, offers.offer().plan()).getFirst();
        Buyer colleague =
                new Buyer(buyer.account(), api.client().on(buyer.account()).viewer(), buyer.client());
        Cart before = test.put(colleague, new SeatChangeRequest(null, plan, 2, null, joined, Releases.NONE));
        assertThat(before.stale()).isFalse();
        accounts.setClock(buyer.account(), Instant.now().plus(Duration.ofHours(1)));
        test.put(buyer, SeatChangeRequest.of(joined, 5));
        test.place(buyer);
        assertThat(test.cart(colleague).lines().getFirst().drift()).containsExactly(LineDrift.PERIOD);
    }

    @Test
    void refusesToReleaseAUserWhoIsNotThere() {
        SubscriptionId bought = test.buy(buyer, 3, offers.offer().plan()).getFirst();
        UserId known = accounts.addUsers(buyer.account(), 1).getFirst();
        var change = new SeatChangeRequest(
                bought, null, 2, null, null, Releases.of(List.of(known, new UserId(UUID.randomUUID()))));
        assertThatThrownBy(() -> edits.setLine(buyer.viewer(), buyer.account(), change, null))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.argumentPath())
                                .containsExactly("input", "change", "releases", "userIds", "1"));
    }

    @Test
    void showsItsSubscriptionsAndLosesItsLinesWhenCleared() {
        SubscriptionId bought = test.buy(buyer, 3, offers.offer().plan()).getFirst();
        test.put(buyer, SeatChangeRequest.of(bought, 5));
        String account = GlobalId.of(buyer.account()).toString();
        Answer shown = buyer.client()
                .ask(
                        "query($a: ID!) { cart(accountId: $a) { lines { subscription { id seatsOwned } seats } } }",
                        Map.of("a", account));
        assertThat(shown.number("data.cart.lines.0.subscription.seatsOwned")).isEqualTo(3);
        Answer cleared = buyer.client()
                .ask(
                        "mutation($i: ClearCartInput!) { clearCart(input: $i) { cart { lines { id } seatQuote { id } } userErrors { code } } }",
                        Map.of("i", Map.of("accountId", account)));
        assertThat(cleared.at("data.clearCart.cart.lines")).isEmpty();
        assertThat(cleared.at("data.clearCart.cart.seatQuote").isNull()).isTrue();
    }
}
