package dev.puesto.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi.Answer;
import dev.puesto.account.TestAccounts;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PlanId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.subscription.TestSubscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A request sends as many statements for much as for little. */
@PuestoTest
class StatementCountTests {
    private static final int LINES = 20;

    /** More than the round trips of a checkout: those sent together are counted one by one. */
    private static final int TRIPS_MAX = 12;

    private static final String CART = """
            cart { id version stale orderId purchaseOrderNumber
              lines { id seats effective stale drift releaseUserIds plan { code prices { tiers { seats: lastSeat } } }
                product { code } subscription { id seatsOwned seatsFree currentPeriod { endAt } } }
              seatQuote { id summary amountDue { minorUnits } obstacles { code message }
                lines { explanation net { minorUnits } } changes { product { code } plan { code } } } }""";

    private static final String READ_CART = "query($account: ID!) { account(id: $account) { " + CART + " } }";

    private static final String SET_LINE =
            "mutation($input: SetCartLineInput!) { setCartLine(input: $input) { " + CART + " userErrors { code } } }";

    private static final String CHECKOUT = """
            mutation($input: CheckoutInput!) { checkout(input: $input) {
              order { id state lines { kind seats product { code } plan { code } subscription { id seatsOwned } }
                invoice { number lines { description } taxes { tax { minorUnits } } }
                creditNote { number lines { description } } paymentAction { redirectUrl } }
              userErrors { code } } }""";

    private static final String ACCOUNT = """
            query($account: ID!) { account(id: $account) { name
              subscriptions(first: 5) { totalCount nodes { id seatsOwned seatsAssigned seatsFree
                product { code } plan { code } scheduledChange { seats } currentCharge { charged { minorUnits } }
                assignments(first: 50) { nodes { user { name email } } } } }
              seatTotals { owned assigned free product { code } }
              users(first: 50) { nodes { name } } balance { available { minorUnits } } } }""";

    private static final String ASSIGN =
            "mutation($i: AssignSeatsInput!) { assignSeats(input: $i) { results { outcome } userErrors { code } } }";

    @Autowired
    TestCheckout test;

    @Autowired
    TestSubscriptions offers;

    @Autowired
    TestAccounts accounts;

    Buyer small;
    Buyer large;

    @BeforeEach
    void twoBuyers() {
        small = test.buyer();
        large = test.buyer();
    }

    @Test
    void newLinesOfACart() {
        PlanId[] plans = plans(LINES);
        test.put(small, SeatChangeRequest.of(plans[0], 3));
        for (PlanId plan : plans) {
            test.put(large, SeatChangeRequest.of(plan, 3));
        }
        sendAsMany("sandbox_success");
    }

    /** An hour after the purchase: in the same second a change prices the period anew instead of cutting it. */
    @Test
    void changedSubscriptionsOfACart() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        setClocks(now);
        PlanId[] plans = plans(LINES);
        List<SubscriptionId> few = test.buy(small, 3, plans[0]);
        List<SubscriptionId> many = test.buy(large, 3, plans);
        setClocks(now.plus(Duration.ofHours(1)));
        few.forEach(bought -> test.put(small, SeatChangeRequest.of(bought, 5)));
        many.forEach(bought -> test.put(large, SeatChangeRequest.of(bought, 5)));
        sendAsMany(null);
    }

    private void setClocks(Instant now) {
        List.of(small, large).forEach(buyer -> accounts.setClock(buyer.account(), now));
    }

    private void sendAsMany(String token) {
        Answer one = readCart(small);
        Answer many = readCart(large);
        assertThat(one.at("data.account.cart.lines").size()).isOne();
        assertThat(many.at("data.account.cart.lines").size()).isEqualTo(LINES);
        assertThat(many.statements()).isEqualTo(one.statements()).isPositive();

        PlanId another = offers.offer().plan();
        Answer oneMore = setLine(small, another);
        Answer manyMore = setLine(large, another);
        assertThat(manyMore.at("data.setCartLine.cart.lines").size()).isEqualTo(LINES + 1);
        assertThat(manyMore.statements()).isEqualTo(oneMore.statements()).isPositive();

        Answer fewOrdered = checkout(small, oneMore, token);
        Answer manyOrdered = checkout(large, manyMore, token);
        assertThat(manyOrdered.text("data.checkout.order.state"))
                .as(manyOrdered.body())
                .isEqualTo("PLACED");
        assertThat(manyOrdered.at("data.checkout.order.lines").size()).isEqualTo(LINES + 1);
        assertThat(manyOrdered.statements()).isEqualTo(fewOrdered.statements()).isGreaterThan(TRIPS_MAX);
    }

    @Test
    void subscriptionsAndSeatsOfAnAccount() {
        test.buy(small, 1, offers.offer().plan());
        assign(small, test.subscriptions(small).getFirst(), accounts.addUsers(small.account(), 1));
        List<SubscriptionId> three = test.buy(large, 50, plans(3));
        List<UserId> users = accounts.addUsers(large.account(), 50);
        three.forEach(subscription -> assign(large, subscription, users));
        Answer one = account(small);
        Answer many = account(large);
        assertThat(many.at("data.account.subscriptions.nodes")
                        .valueStream()
                        .map(node -> node.at("/assignments/nodes").size()))
                .containsExactly(50, 50, 50);
        assertThat(many.statements()).isEqualTo(one.statements()).isPositive();
    }

    private PlanId[] plans(int count) {
        return Stream.generate(() -> offers.offer().plan()).limit(count).toArray(PlanId[]::new);
    }

    private Answer readCart(Buyer buyer) {
        return buyer.client().ask(READ_CART, Map.of("account", idOf(buyer)));
    }

    private Answer account(Buyer buyer) {
        return buyer.client().ask(ACCOUNT, Map.of("account", idOf(buyer)));
    }

    private Answer setLine(Buyer buyer, PlanId plan) {
        Map<String, Object> change = Map.of("planId", GlobalId.of("Plan", plan).toString(), "seats", 2);
        return buyer.client().ask(SET_LINE, Map.of("input", Map.of("accountId", idOf(buyer), "change", change)));
    }

    private Answer checkout(Buyer buyer, Answer cart, String token) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "accountId",
                idOf(buyer),
                "cartId",
                cart.text("data.setCartLine.cart.id"),
                "seatQuoteId",
                cart.text("data.setCartLine.cart.seatQuote.id"),
                "idempotencyKey",
                UUID.randomUUID().toString()));
        if (token != null) {
            input.put("paymentToken", token);
        }
        return buyer.client().ask(CHECKOUT, Map.of("input", input));
    }

    private void assign(Buyer buyer, SubscriptionId subscription, List<UserId> users) {
        List<String> ids = users.stream()
                .map(user -> GlobalId.of("User", buyer.account(), user).toString())
                .toList();
        Map<String, Object> input = Map.of(
                "subscriptionId",
                GlobalId.of("Subscription", buyer.account(), subscription).toString(),
                "userIds",
                ids,
                "idempotencyKey",
                UUID.randomUUID().toString());
        assertThat(buyer.client().ask(ASSIGN, Map.of("i", input)).at("data.assignSeats.userErrors"))
                .isEmpty();
    }

    private static String idOf(Buyer buyer) {
        return GlobalId.of(buyer.account()).toString();
    }
}
