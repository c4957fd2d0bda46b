package dev.puesto.seatquote;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.PAYMENT_METHOD;
import static dev.puesto.jooq.Tables.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.access.Scope;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PaymentMethodId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.subscription.SubscriptionChanges;
import dev.puesto.subscription.SubscriptionHold;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the way of a change, and what a seat quote keeps to itself. */
@PuestoTest
class SeatQuoteObstacleApiTests extends SeatQuoteApi {
    @Test
    void namesPaymentDataAsTheObstacleUntilThereIsAUsableMethod() {
        assertThat(quote(client, seats(14)).obstacles()).containsExactly("PAYMENT_DATA_REQUIRED");
        jobs.sql()
                .insertInto(PAYMENT_METHOD)
                .set(PAYMENT_METHOD.ACCOUNT_ID, account)
                .set(PAYMENT_METHOD.ID, new PaymentMethodId(UUID.randomUUID()))
                .set(PAYMENT_METHOD.GATEWAY, "sandbox")
                .set(PAYMENT_METHOD.TOKEN, "tok_visa")
                .set(PAYMENT_METHOD.BRAND, "visa")
                .set(PAYMENT_METHOD.LAST_DIGITS, "4242")
                .set(PAYMENT_METHOD.PREFERRED, true)
                .set(PAYMENT_METHOD.CREATED_AT, MID_JUNE)
                .execute();
        assertThat(quote(client, seats(14)).obstacles()).isEmpty();
    }

    @Test
    void saysWhoStandsInTheWayOfAReductionAndWhomEachRuleWouldRelease() {
        var users = seated(8);
        var quote = quote(client, seats(6));
        assertThat(quote.obstacles()).contains("SEATS_STILL_ASSIGNED");
        assertThat(quote.number("obstacles/0/assigned")).isEqualTo(8);
        assertThat(quote.number("obstacles/0/excess")).isEqualTo(2);
        assertThat(quote.json()
                        .at("/obstacles/0/toRelease")
                        .valueStream()
                        .map(proposal -> proposal.get("rule").asString()))
                .containsExactly("LONGEST_WITHOUT_SIGN_IN", "LAST_ASSIGNED");

        var named = quote(client, releasing(6, Map.of("userIds", List.of(user(users.get(3)), user(users.get(5))))));
        assertThat(named.obstacles()).doesNotContain("SEATS_STILL_ASSIGNED");
        assertThat(named.json()
                        .at("/changes/0/released")
                        .valueStream()
                        .map(user -> user.get("userId").asString()))
                .containsExactlyInAnyOrder(user(users.get(3)), user(users.get(5)));

        var byRule = quote(client, releasing(6, Map.of("rule", "LAST_ASSIGNED")));
        assertThat(byRule.obstacles()).doesNotContain("SEATS_STILL_ASSIGNED");
        assertThat(byRule.number("changes/0/releasedCount")).isEqualTo(2);

        var tooFew = quote(client, releasing(6, Map.of("userIds", List.of(user(users.get(3))))));
        assertThat(tooFew.number("obstacles/0/excess")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100001", "2147483648", "1e300", "-99999999999999999999"})
    void answersAbsurdNumbersOfSeatsWithThePlansLimits(String seats) {
        var quote = quote(client, Map.of("subscriptionId", subscriptionId(), "seats", new BigDecimal(seats)));
        assertThat(quote.obstacles()).containsExactly("SEAT_LIMIT_EXCEEDED");
        assertThat(quote.number("obstacles/0/maximum")).isEqualTo(100_000);
        assertThat(quote.json().get("id").isNull()).isTrue();
        assertThat(quote.json().get("totals").isNull()).isTrue();
    }

    @Test
    void refusesToPriceWhatARenewalMustComeBefore() {
        accounts.setClock(account, Instant.parse("2026-07-02T00:00:00Z"));
        var quote = quote(client, seats(14));
        assertThat(quote.obstacles()).containsExactly("RENEWAL_DUE");
        assertThat(quote.text("obstacles/0/dueAt")).isEqualTo("2026-07-01T00:00:00Z");
    }

    @Test
    void namesTheOrderThatHoldsTheSubscription() {
        var order = orders.pending(account);
        db.transact(account, transaction -> {
            transaction
                    .sql()
                    .execute(SubscriptionChanges.hold(
                            account, order, List.of(new SubscriptionHold(subscription, 12, 0))));
            return null;
        });
        var quote = quote(client, seats(14));
        assertThat(quote.obstacles()).contains("ORDER_IN_PROGRESS");
        assertThat(quote.text("obstacles/0/order/id"))
                .isEqualTo(GlobalId.of("Order", account, order).toString());
    }

    @Test
    void namesTheRepresentativeOfACorporateAccount() {
        var representative = representative("Ana Prado");
        jobs.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.KIND, "CORPORATE")
                .set(ACCOUNT.REPRESENTATIVE_ID, representative)
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .execute();
        var quote = quote(client, seats(14));
        assertThat(quote.obstacles()).contains("REPRESENTATIVE_REQUIRED");
        assertThat(quote.text("obstacles/0/representative/name")).isEqualTo("Ana Prado");
    }

    @Test
    void answersWhatIsNotTheViewersLikeWhatIsNotThere() {
        var stranger = accounts.open();
        var foreign = subscriptions.subscribe(stranger, offer, 5);
        var foreignId = GlobalId.of("Subscription", stranger, foreign).toString();
        assertNotFound(Map.of("accountId", id(), "changes", List.of(Map.of("subscriptionId", foreignId, "seats", 4))));
        assertNotFound(Map.of(
                "accountId",
                GlobalId.of(stranger).toString(),
                "changes",
                List.of(Map.of("subscriptionId", foreignId, "seats", 4))));
        var nowhere = GlobalId.of("Subscription", account, new SubscriptionId(UUID.randomUUID()))
                .toString();
        assertNotFound(Map.of("accountId", id(), "changes", List.of(Map.of("subscriptionId", nowhere, "seats", 4))));
    }

    @Test
    void showsNobodysNameToATokenWithoutTheScopeOfSeats() {
        var billing = api.client(Scope.BILLING_READ).on(account);
        var answer = billing.post(
                "query($input: SeatQuoteInput!) { seatQuote(input: $input) { changes { released { name } } } }",
                Map.of("input", Map.of("accountId", id(), "changes", List.of(seats(9)))));
        assertThat(answer.errorCodes()).containsExactly("FORBIDDEN");
    }

    @Test
    void beginsNoSubscriptionOfAnArchivedProduct() {
        var archived = subscriptions.offer();
        jobs.sql()
                .update(PRODUCT)
                .set(PRODUCT.STATUS, "ARCHIVED")
                .where(PRODUCT.ID.in(archived.product(), offer.product()))
                .execute();
        subscriptions.offer();
        var plan = GlobalId.of("Plan", archived.plan()).toString();
        var quote = quote(client, Map.of("planId", plan, "seats", 3));
        assertThat(quote.obstacles()).containsExactly("SEAT_CHANGE_REFUSED");
        assertThat(quote.text("obstacles/0/reason")).isEqualTo("PLAN_NOT_OFFERED");
        assertThat(quote(client, seats(14)).obstacles()).containsExactly("PAYMENT_DATA_REQUIRED");
    }

    @Test
    void answersAUserWhoIsNotThereLikeOneOfAnotherAccount() {
        var known = user(accounts.addUsers(account, 1).getFirst());
        var stranger = accounts.open();
        for (var unknown : List.of(
                user(new UserId(UUID.randomUUID())),
                GlobalId.of("User", stranger, accounts.addUsers(stranger, 1).getFirst())
                        .toString())) {
            var change = releasing(9, Map.of("userIds", List.of(known, unknown)));
            var answer = client.post(QUOTE, Map.of("input", Map.of("accountId", id(), "changes", List.of(change))));
            assertThat(answer.errorCodes()).as(answer.body()).containsExactly("NOT_FOUND");
            assertThat(answer.at("errors.0.extensions.argument")
                            .valueStream()
                            .map(part -> part.asString())
                            .toList())
                    .containsExactly("input", "changes", "0", "releases", "userIds", "1");
        }
    }

    @Test
    void joinsNoDatesThatAnOrderIsAboutToMove() {
        var order = orders.pending(account);
        db.transact(account, transaction -> {
            transaction
                    .sql()
                    .execute(SubscriptionChanges.hold(
                            account, order, List.of(new SubscriptionHold(subscription, 12, 0))));
            return null;
        });
        var plan = GlobalId.of("Plan", subscriptions.offer().plan()).toString();
        var quote = quote(client, Map.of("planId", plan, "seats", 3, "alignTo", subscriptionId()));
        assertThat(quote.obstacles()).contains("ORDER_IN_PROGRESS");
    }

    private void assertNotFound(Map<String, ?> input) {
        var answer = client.post(QUOTE, Map.of("input", input));
        assertThat(answer.errorCodes()).as(answer.body()).containsExactly("NOT_FOUND");
    }

    private List<UserId> seated(int count) {
        var users = accounts.addUsers(account, count);
        client.ask(
                "mutation($input: AssignSeatsInput!) { assignSeats(input: $input) { userErrors { code } } }",
                Map.of(
                        "input",
                        Map.of(
                                "subscriptionId",
                                subscriptionId(),
                                "userIds",
                                IntStream.range(0, count)
                                        .mapToObj(i -> user(users.get(i)))
                                        .toList(),
                                "idempotencyKey",
                                UUID.randomUUID().toString())));
        return users;
    }

    private Map<String, Object> releasing(int seats, Map<String, ?> releases) {
        return Map.of("subscriptionId", subscriptionId(), "seats", seats, "releases", releases);
    }
}
