package dev.puesto.seatquote;

import static dev.puesto.jooq.Tables.PERSON;
import static dev.puesto.jooq.Tables.REPRESENTATIVE;

import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PersonId;
import dev.puesto.id.RepresentativeId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.JobDb;
import dev.puesto.subscription.TestOrders;
import dev.puesto.subscription.TestSubscriptions;
import dev.puesto.subscription.TestSubscriptions.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Ten agents halfway through June, quoted through HTTP. */
abstract class SeatQuoteApi {
    static final Instant MID_JUNE = Instant.parse("2026-06-16T00:00:00Z");

    static final String NO_BREAK_SPACE = "\u00a0";

    static final String QUOTE = "query($input: SeatQuoteInput!) { seatQuote(input: $input) { id asOf validUntil"
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

    RepresentativeId representative(String name) {
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

    Map<String, Object> seats(int seats) {
        return Map.of("subscriptionId", subscriptionId(), "seats", seats);
    }

    Quoted quote(TestApi.Client asking, Map<String, ?> input) {
        var whole = input.containsKey("changes") ? input : Map.of("accountId", id(), "changes", List.of(input));
        return new Quoted(asking.ask(QUOTE, Map.of("input", whole)));
    }

    String id() {
        return GlobalId.of(account).toString();
    }

    String subscriptionId() {
        return GlobalId.of("Subscription", account, subscription).toString();
    }

    String user(UserId user) {
        return GlobalId.of("User", account, user).toString();
    }

    record Quoted(Answer answer) {

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
