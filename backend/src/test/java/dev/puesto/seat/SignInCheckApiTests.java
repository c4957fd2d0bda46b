package dev.puesto.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi.Answer;
import dev.puesto.checkout.TestCheckout;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.UserId;
import dev.puesto.seatquote.Releases;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.subscription.ReleaseRule;
import dev.puesto.subscription.SubscriptionStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the sign-in check answers, and remembers. */
@PuestoTest
class SignInCheckApiTests extends SeatApi {
    @Autowired
    TestCheckout checkout;

    @Test
    void answersTheSignInCheckByEachNameOfAUser() {
        assign(input(List.of(0)));
        String accountId = GlobalId.of(account).toString();
        assertThat(check(Map.of("email", Map.of("accountId", accountId, "email", "USER0000@EXAMPLE.COM"))))
                .isEqualTo("seated");
        assertThat(check(Map.of("externalId", Map.of("accountId", accountId, "externalId", "ext-0000"))))
                .isEqualTo("seated");
        assertThat(check(Map.of("externalId", Map.of("accountId", accountId, "externalId", "ext-9999"))))
                .isEqualTo("USER_UNKNOWN");
        Answer other = client.ask(CHECK, Map.of("code", "no-such-product", "user", Map.of("id", user(0))));
        assertThat(other.text("data.signInCheck.refusal")).isEqualTo("PRODUCT_UNKNOWN");
    }

    @Test
    void answersTheSignInCheckOfAForeignUserLikeOneThatDoesNotExist() {
        AccountId other = accounts.open();
        UserId foreign = accounts.addUsers(other, 1).getFirst();
        assertThat(check(Map.of("id", GlobalId.of("User", other, foreign).toString())))
                .isEqualTo("USER_UNKNOWN");
        assertThat(check(Map.of("id", "rubbish"))).isEqualTo("USER_UNKNOWN");
    }

    @Test
    void refusesASeatOfASuspendedSubscriptionUntilItGoesOn() {
        assign(input(List.of(0)));
        become(SubscriptionStatus.SUSPENDED);
        assertThat(check(Map.of("id", user(0)))).isEqualTo("SUBSCRIPTION_SUSPENDED");
        assertThat(check(Map.of("id", user(1)))).isEqualTo("NO_SEAT");
        become(SubscriptionStatus.PAST_DUE);
        assertThat(check(Map.of("id", user(0)))).isEqualTo("seated");
    }

    @Test
    void refusesASeatThatWentWithItsSubscription() {
        Buyer buyer = checkout.buyer(account);
        subscription = checkout.buy(buyer, 5, offer.plan()).getFirst();
        assign(input(List.of(0, 1)));
        client.ask(RELEASE, Map.of("input", input(List.of(1))));
        Releases everybody = Releases.by(ReleaseRule.LAST_ASSIGNED);
        checkout.put(buyer, new SeatChangeRequest(subscription, null, 0, null, null, everybody));
        checkout.place(buyer);
        assertThat(check(Map.of("id", user(0)))).isEqualTo("SUBSCRIPTION_ENDED");
        assertThat(check(Map.of("id", user(1)))).isEqualTo("NO_SEAT");
    }

    @Test
    void remembersTheLastSignIn() {
        assign(input(List.of(0)));
        check(Map.of("id", user(0)));
        lastSignIns.flush();
        Answer answer = client.ask(
                "query($id: ID!) { subscription(id: $id) { assignments(first: 5) { nodes { lastSignInAt } } } }",
                Map.of("id", id(subscription)));
        assertThat(answer.text("data.subscription.assignments.nodes.0.lastSignInAt"))
                .startsWith("20");
    }
}
