package dev.puesto.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi.Answer;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.OrderId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.subscription.SubscriptionChanges;
import dev.puesto.subscription.SubscriptionHold;
import dev.puesto.subscription.SubscriptionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who gets a seat through HTTP, and who does not. */
@PuestoTest
class SeatAssignApiTests extends SeatApi {
    @Test
    void seatsUsersNamedInThreeWays() {
        Map<String, Object> input = input(List.of(0));
        input.put("emails", List.of("USER0001@example.com"));
        input.put("externalIds", List.of("ext-0002"));
        Answer answer = assign(input);
        assertThat(outcomes(answer, "assignSeats")).containsExactly("ASSIGNED", "ASSIGNED", "ASSIGNED");
        assertThat(answer.number("data.assignSeats.subscription.seatsAssigned")).isEqualTo(3);
        assertThat(answer.number("data.assignSeats.subscription.seatsFree")).isEqualTo(2);
        assertThat(answer.text("data.assignSeats.results.1.user.name")).isEqualTo("User 0001");
        assertThat(seated()).containsExactlyInAnyOrder("User 0000", "User 0001", "User 0002");
    }

    @Test
    void assigningToWhoAlreadySitsIsNoError() {
        assign(input(List.of(0, 1)));
        Answer again = assign(input(List.of(1, 2, 2)));
        assertThat(outcomes(again, "assignSeats")).containsExactly("ALREADY_SEATED", "ASSIGNED", "ASSIGNED");
        assertThat(again.userErrorCodes("assignSeats")).isEmpty();
        assertThat(again.number("data.assignSeats.subscription.seatsAssigned")).isEqualTo(3);
    }

    @Test
    void seatsNobodyInASuspendedSubscription() {
        assign(input(List.of(0)));
        become(SubscriptionStatus.SUSPENDED);
        Answer answer = assign(input(List.of(1)));
        assertThat(answer.userErrorCodes("assignSeats")).containsExactly("SUBSCRIPTION_NOT_IN_USE");
        assertThat(answer.text("data.assignSeats.userErrors.0.message")).contains("suspended");
        assertThat(seated()).containsExactly("User 0000");
    }

    @Test
    void theSeatsOfAUserStandByWhenTheyWereAssigned() {
        SubscriptionId newest = subscriptions.subscribe(account, subscriptions.offer(), 5);
        Map<String, Object> first = input(List.of(0));
        first.put("subscriptionId", id(newest));
        assign(first);
        assign(input(List.of(0)));
        Answer answer = client.ask(
                "query($id: ID!) { node(id: $id) { ... on User { assignments { subscription { id } } } } }",
                Map.of("id", user(0)));
        assertThat(answer.at("data.node.assignments")
                        .valueStream()
                        .map(seat -> seat.at("/subscription/id").asString()))
                .containsExactly(id(newest), id(subscription));
    }

    @Test
    void seatsNobodyWhenNotAllCanBeSeated() {
        Answer answer = assign(input(List.of(0, 1, 2, 3, 4, 5)));
        assertThat(answer.userErrorCodes("assignSeats")).containsExactly("NOT_ENOUGH_FREE_SEATS");
        assertThat(answer.number("data.assignSeats.userErrors.0.requested")).isEqualTo(6);
        assertThat(answer.number("data.assignSeats.userErrors.0.free")).isEqualTo(5);
        assertThat(outcomes(answer, "assignSeats")).containsOnly("NOT_CHANGED", "NO_FREE_SEAT");
        assertThat(seated()).isEmpty();
    }

    @Test
    void seatsWhomItCanWhenAskedToJudgeEachUser() {
        Map<String, Object> input = input(List.of(0, 1, 2, 3, 4, 5));
        input.put("emails", List.of("nobody@example.com"));
        input.put("mode", "PER_USER");
        Answer answer = assign(input);
        assertThat(outcomes(answer, "assignSeats"))
                .containsExactly(
                        "ASSIGNED", "ASSIGNED", "ASSIGNED", "ASSIGNED", "ASSIGNED", "NO_FREE_SEAT", "USER_NOT_FOUND");
        assertThat(answer.userErrorCodes("assignSeats")).isEmpty();
        assertThat(seated()).hasSize(5);
    }

    @Test
    void seatsNobodyWhoSitsInAnotherSubscriptionOfTheProduct() {
        SubscriptionId other = subscriptions.subscribe(account, offer, 5);
        assign(input(List.of(0)));
        Map<String, Object> input = input(List.of(0, 1));
        input.put("subscriptionId", id(other));
        Answer answer = client.inSpanish().ask(ASSIGN, Map.of("input", input));
        assertThat(answer.userErrorCodes("assignSeats")).containsExactly("SEATED_ELSEWHERE");
        assertThat(answer.text("data.assignSeats.userErrors.0.message")).startsWith("User 0000 tiene un puesto");
        assertThat(answer.at("data.assignSeats.userErrors.0.field").toString())
                .isEqualTo("[\"input\",\"userIds\",\"0\"]");
    }

    @Test
    void fiftyAtOnceForTheLastSeatSeatOne() throws Exception {
        AccountId busy = accounts.open();
        List<UserId> people = accounts.addUsers(busy, 50);
        SubscriptionId last = subscriptions.subscribe(busy, offer, 1);
        client.on(busy);
        client.token();
        List<Callable<Answer>> calls = people.stream()
                .<Callable<Answer>>map(user -> () -> client.ask(
                        ASSIGN,
                        Map.of(
                                "input",
                                Map.of(
                                        "subscriptionId",
                                                GlobalId.of("Subscription", busy, last)
                                                        .toString(),
                                        "userIds",
                                                List.of(GlobalId.of("User", busy, user)
                                                        .toString()),
                                        "idempotencyKey", UUID.randomUUID().toString()))))
                .toList();
        List<String> codes = new ArrayList<>();
        for (Answer answer : atOnce(calls)) {
            codes.addAll(answer.userErrorCodes("assignSeats"));
        }
        assertThat(codes).hasSize(49).containsOnly("NOT_ENOUGH_FREE_SEATS");
    }

    @Test
    void twentyAtOnceWithOneKeySeatOnceAndAnswerAlike() throws Exception {
        client.token();
        Map<String, Object> input = input(List.of(0, 1));
        List<Callable<Answer>> calls = IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(i -> () -> assign(input))
                .toList();
        List<JsonNode> results = atOnce(calls).stream()
                .map(answer -> answer.at("data.assignSeats.results"))
                .distinct()
                .toList();
        assertThat(results).hasSize(1);
        assertThat(seated()).hasSize(2);
    }

    @Test
    void aKeyThatHadAnEffectRefusesAnotherInput() {
        Map<String, Object> input = input(List.of(0));
        assign(input);
        input.put("userIds", ids(List.of(1)));
        assertThat(assign(input).userErrorCodes("assignSeats")).containsExactly("IDEMPOTENCY_KEY_REUSED");
        assertThat(seated()).hasSize(1);
    }

    @Test
    void aRefusalBindsNoKey() {
        Map<String, Object> input = input(List.of(0, 1, 2, 3, 4, 5));
        assign(input);
        input.put("userIds", ids(List.of(0)));
        assertThat(outcomes(assign(input), "assignSeats")).containsExactly("ASSIGNED");
    }

    @Test
    void keepsToTheTargetOfAPendingOrder() {
        assign(input(List.of(0, 1)));
        OrderId order = orders.pending(account);
        db.one(
                account,
                sql -> sql.execute(
                        SubscriptionChanges.hold(account, order, List.of(new SubscriptionHold(subscription, 3, 0)))));
        assertThat(assign(input(List.of(2, 3))).userErrorCodes("assignSeats")).containsExactly("NOT_ENOUGH_FREE_SEATS");
        assertThat(outcomes(assign(input(List.of(2))), "assignSeats")).containsExactly("ASSIGNED");
    }

    @Test
    void answersForeignIdsWithNotFound() {
        AccountId other = accounts.open();
        UserId foreignUser = accounts.addUsers(other, 1).getFirst();
        SubscriptionId foreign = subscriptions.subscribe(other, offer, 5);
        Map<String, Object> input = input(List.of(0));
        input.put("subscriptionId", GlobalId.of("Subscription", other, foreign).toString());
        assertThat(client.post(ASSIGN, Map.of("input", input)).errorCodes()).containsExactly("NOT_FOUND");
        Map<String, Object> own = input(List.of(0));
        own.put("userIds", List.of(GlobalId.of("User", other, foreignUser).toString()));
        Answer answer = client.post(ASSIGN, Map.of("input", own));
        assertThat(answer.errorCodes()).containsExactly("NOT_FOUND");
        assertThat(seated()).isEmpty();
    }

    @Test
    void refusesNobodyAndTooMany() {
        assertThat(assign(input(List.of())).userErrorCodes("assignSeats")).containsExactly("INVALID_INPUT");
        Map<String, Object> many = input(List.of());
        many.put(
                "emails",
                IntStream.range(0, 1001).mapToObj(i -> i + "@example.com").toList());
        assertThat(assign(many).userErrorCodes("assignSeats")).containsExactly("INVALID_INPUT");
    }

    @Test
    void refusesADocumentWithoutAKey() {
        Map<String, Object> input = input(List.of(0));
        input.remove("idempotencyKey");
        assertThat(client.post(ASSIGN, Map.of("input", input)).errorCodes()).containsExactly("BAD_REQUEST");
    }

    @Test
    void writesWhoDidWhatDown() {
        assign(input(List.of(0, 1)));
        Answer answer = client.ask(
                "query($id: ID!) { account(id: $id) { auditEntries(first: 1) { nodes { action actor subjectId after }"
                        + " } } }",
                Map.of("id", GlobalId.of(account).toString()));
        String entry = "data.account.auditEntries.nodes.0.";
        assertThat(answer.text(entry + "action")).isEqualTo("SEATS_ASSIGNED");
        assertThat(answer.text(entry + "actor"))
                .isEqualTo("api-client:" + client.issued().id().value());
        assertThat(answer.text(entry + "subjectId")).isEqualTo(id(subscription));
        assertThat(answer.text(entry + "after"))
                .contains("\"seatsAssigned\": 2", users.get(0).value().toString());
    }

    @Test
    void showsAnAccountWithSubscriptionsProductsPricesAndSeats() {
        SubscriptionId second = subscriptions.subscribe(account, subscriptions.offer(), 7);
        assign(input(List.of(0, 1, 2)));
        Answer answer = client.ask(
                "query($id: ID!) { account(id: $id) { subscriptions(first: 10) { totalCount nodes { id"
                        + " product { code seatNoun { other } } plan { code } price { tiers { unitPrice { amount } } }"
                        + " seatsOwned seatsAssigned seatsFree nextBillingDate currentPeriod { startAt interval }"
                        + " currentCharge { charged { amount } } scheduledChange { id }"
                        + " assignments(first: 2) { totalCount pageInfo { hasNextPage } nodes { user { name }"
                        + " subscription { id } } } } } seatTotals { product { code } owned assigned free } } }",
                Map.of("id", GlobalId.of(account).toString()));
        JsonNode first = answer.at("data.account.subscriptions.nodes.0");
        assertThat(first.at("/product/code").asString()).isEqualTo(offer.productCode());
        assertThat(first.at("/price/tiers/0/unitPrice/amount").asString()).isEqualTo("10.00");
        assertThat(first.at("/currentCharge/charged/amount").asString()).isEqualTo("50.00");
        assertThat(first.at("/assignments/totalCount").asLong()).isEqualTo(3);
        assertThat(first.at("/assignments/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(first.at("/assignments/nodes/1/user/name").asString()).startsWith("User");
        assertThat(answer.text("data.account.subscriptions.nodes.1.id")).isEqualTo(id(second));
        assertThat(answer.at("data.account.subscriptions.nodes.1.assignments.nodes")
                        .isEmpty())
                .isTrue();
        assertThat(answer.at("data.account.seatTotals").size()).isEqualTo(2);
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
