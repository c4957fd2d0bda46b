package dev.puesto.seatquote;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.PAYMENT_METHOD;
import static dev.puesto.jooq.Tables.PERSON;
import static dev.puesto.jooq.Tables.REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.access.Scope;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PaymentMethodId;
import dev.puesto.id.PersonId;
import dev.puesto.id.RepresentativeId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.JobDb;
import dev.puesto.subscription.SubscriptionChanges;
import dev.puesto.subscription.SubscriptionHold;
import dev.puesto.subscription.TestOrders;
import dev.puesto.subscription.TestSubscriptions;
import dev.puesto.subscription.TestSubscriptions.Offer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@PuestoTest
class SeatQuoteApiTests {
    private static final Instant MID_JUNE = Instant.parse("2026-06-16T00:00:00Z");
    private static final String NO_BREAK_SPACE = "\u00a0";
    private static final String QUOTE = "query($input: SeatQuoteInput!) { seatQuote(input: $input) { id asOf validUntil"
            + " summary amountDue { amount minorUnits currency } totals { charges { minorUnits } credits { minorUnits }"
            + " total { minorUnits } balanceApplied { minorUnits } chargeTax { group { country treatment"
            + " rateBasisPoints } net { minorUnits } tax { minorUnits } } }"
            + " tax { reason explanation group { treatment } }"
            + " changes { subscriptionId kind effective seatsBefore seats nextBillingDate product { code seatNoun { other } }"
            + " plan { code } released { userId name } releasedCount period { start end timeZone } }"
            + " lines { kind seats units totalUnits ratio exactMinorUnits rounded { minorUnits } amount { minorUnits }"
            + " tiers { seats unitPrice { amount } } explanation }"
            + " obstacles { code message field ... on SeatLimitExceeded { minimum maximum }"
            + " ... on SeatsStillAssigned { assigned excess toRelease { rule users { name } } }"
            + " ... on PaymentDataRequired { amountDue { amount } }"
            + " ... on RepresentativeRequired { representative { name } }"
            + " ... on OrderInProgress { order { id state } } ... on RenewalDue { subscriptionId dueAt }"
            + " ... on SeatChangeRefused { reason } } } }";

    @Autowired
    TestApi api;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSubscriptions subscriptions;

    @Autowired
    TestOrders orders;

    @Autowired
    AccountDb db;

    @Autowired
    JobDb jobs;

    AccountId account;
    Offer offer;
    SubscriptionId subscription;
    TestApi.Client client;

    @BeforeEach
    void tenAgentsHalfwayThroughJune() {
        account = accounts.open();
        accounts.setClock(account, MID_JUNE);
        offer = subscriptions.offer();
        subscription = subscriptions.subscribe(account, offer, 10, Instant.parse("2026-06-01T00:00:00Z"));
        client = api.client().on(account);
    }

    @Test
    void saysInBothLanguagesWhyAReductionStillCosts() {
        assertThat(plain(quote(client.inSpanish(), seats(9)).text("summary")))
                .isEqualTo("Hoy paga 48,40 € aunque reduzca: empieza un período completo con 9 agentes (108,90 €)"
                        + " y se abona lo no usado del anterior (−60,50 €)");
        assertThat(plain(quote(client, seats(9)).text("summary")))
                .isEqualTo("You pay €48.40 today although you reduce: a full period with 9 agents begins (€108.90)"
                        + " and the unused part of the last is credited (−€60.50)");
    }

    @Test
    void explainsEachLineSoThatItCanBeComputedAgain() {
        var lines = quote(client, seats(14)).json().get("lines");
        assertThat(lines.valueStream().map(line -> plain(line.get("explanation").asString())))
                .containsExactly(
                        "Unused part of 10 agents, 16 June 2026 to 1 July 2026: €100.00 for the full period,"
                                + " 15 of 30 days = €50.00",
                        "14 agents, 16 June 2026 to 16 July 2026: 14 × €10.00 = €140.00");
        for (var line : lines) {
            var exact = line.get("exactMinorUnits").asString().split("/");
            var doubled = new BigInteger(exact[0]).shiftLeft(1).add(new BigInteger(exact[1]));
            assertThat(line.at("/rounded/minorUnits").asLong())
                    .isEqualTo(doubled.divide(new BigInteger(exact[1]).shiftLeft(1))
                            .longValue());
        }
        assertThat(lines.get(0).get("ratio").asString()).isEqualTo("1/2");
    }

    @Test
    void pricesAsOfTheAccountsClockAndHoldsForHalfAnHour() {
        var quote = quote(client, seats(14));
        assertThat(quote.text("asOf")).isEqualTo("2026-06-16T00:00:00Z");
        assertThat(quote.text("validUntil")).isEqualTo("2026-06-16T00:30:00Z");
        assertThat(quote.text("id")).isNotBlank();
        assertThat(quote.text("changes/0/nextBillingDate")).isEqualTo("2026-07-16T00:00:00Z");
        assertThat(quote.number("amountDue/minorUnits")).isEqualTo(10_890);
        assertThat(quote.number("totals/chargeTax/0/tax/minorUnits")).isEqualTo(2_940);
        assertThat(quote.text("tax/reason")).isEqualTo("DOMESTIC");
    }

    @Test
    void looksAtAnotherInstantWithoutAnId() {
        var quote =
                quote(client, Map.of("accountId", id(), "at", "2026-06-21T00:00:00Z", "changes", List.of(seats(10))));
        assertThat(quote.json().get("id").isNull()).isTrue();
        assertThat(quote.number("lines/0/amount/minorUnits")).isEqualTo(3_333);
    }

    @Test
    void saysOfAnInstantOfLongAgoWhatStandsInTheWay() {
        var quote =
                quote(client, Map.of("accountId", id(), "at", "1970-01-02T00:00:00Z", "changes", List.of(seats(10))));
        assertThat(quote.obstacles()).contains("SEAT_CHANGE_REFUSED");
    }

    @Test
    void quotesANewSubscriptionAndACancellationTogether() {
        var other = subscriptions.offer();
        var quote = quote(
                client,
                Map.of(
                        "accountId",
                        id(),
                        "changes",
                        List.of(
                                seats(0),
                                Map.of(
                                        "planId",
                                        GlobalId.of("Plan", other.plan()).toString(),
                                        "seats",
                                        5))));
        assertThat(quote.json()
                        .get("changes")
                        .valueStream()
                        .map(change -> change.get("kind").asString()))
                .containsExactly("CANCELLATION", "NEW");
        assertThat(quote.number("totals/charges/minorUnits")).isEqualTo(6_050);
        assertThat(quote.number("totals/credits/minorUnits")).isEqualTo(6_050);
        assertThat(quote.number("amountDue/minorUnits")).isZero();
    }

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

    @ParameterizedTest
    @CsvSource({"ESB12345674, DOMESTIC", "12, DOMESTIC"})
    void takesAVatNumberIntoTheQuoteOrSaysThatItIsNone(String number, String reason) {
        var quote = quote(client, Map.of("accountId", id(), "taxIdToAdd", number, "changes", List.of(seats(14))));
        assertThat(quote.text("tax/reason")).isEqualTo(reason);
        assertThat(quote.obstacles().contains("INVALID_INPUT")).isEqualTo(number.equals("12"));
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

    private void assertNotFound(Map<String, ?> input) {
        var answer = client.post(QUOTE, Map.of("input", input));
        assertThat(answer.errorCodes()).as(answer.body()).containsExactly("NOT_FOUND");
    }

    private RepresentativeId representative(String name) {
        var person = new PersonId(UUID.randomUUID());
        var representative = new RepresentativeId(UUID.randomUUID());
        jobs.sql()
                .insertInto(PERSON)
                .set(PERSON.ID, person)
                .set(PERSON.EMAIL, person.value() + "@example.com")
                .set(PERSON.NAME, name)
                .set(PERSON.LOCALE, "es")
                .set(PERSON.STATUS, "ACTIVE")
                .set(PERSON.CREATED_AT, MID_JUNE)
                .execute();
        jobs.sql()
                .insertInto(REPRESENTATIVE)
                .set(REPRESENTATIVE.ID, representative)
                .set(REPRESENTATIVE.PERSON_ID, person)
                .set(REPRESENTATIVE.NAME, name)
                .set(REPRESENTATIVE.EMAIL, "ana@example.com")
                .set(REPRESENTATIVE.CREATED_AT, MID_JUNE)
                .execute();
        return representative;
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

    private Map<String, Object> seats(int seats) {
        return Map.of("subscriptionId", subscriptionId(), "seats", seats);
    }

    private Map<String, Object> releasing(int seats, Map<String, ?> releases) {
        return Map.of("subscriptionId", subscriptionId(), "seats", seats, "releases", releases);
    }

    private Quoted quote(TestApi.Client asking, Map<String, ?> input) {
        var whole = input.containsKey("changes") ? input : Map.of("accountId", id(), "changes", List.of(input));
        return new Quoted(asking.ask(QUOTE, Map.of("input", whole)));
    }

    private String id() {
        return GlobalId.of(account).toString();
    }

    private String subscriptionId() {
        return GlobalId.of("Subscription", account, subscription).toString();
    }

    private String user(UserId user) {
        return GlobalId.of("User", account, user).toString();
    }

    private static String plain(String text) {
        return text.replace(NO_BREAK_SPACE, " ");
    }

    private record Quoted(Answer answer) {

        JsonNode json() {
            return answer.at("data.seatQuote");
        }

        String text(String path) {
            return json().at("/" + path).asString("");
        }

        long number(String path) {
            return json().at("/" + path).asLong();
        }

        List<String> obstacles() {
            return json().get("obstacles")
                    .valueStream()
                    .map(obstacle -> obstacle.get("code").asString())
                    .toList();
        }
    }
}
