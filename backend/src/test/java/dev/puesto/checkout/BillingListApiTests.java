package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi.Answer;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.GlobalId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.JobDb;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.subscription.TestSubscriptions;
import dev.puesto.subscription.TestSubscriptions.Offer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a purchase and a reduction leave in the lists of orders, documents and entries, and in the charts. */
@PuestoTest
class BillingListApiTests {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final String DOCUMENTS = "query($id: ID!, $type: DocumentType, $status: SettlementState,"
            + " $from: Date, $to: Date) { account(id: $id) { documents(first: 10, type: $type, status: $status,"
            + " from: $from, to: $to) { totalCount nodes { id number __typename lines { timeZone correctsInvoiceId"
            + " correctsInvoiceNumber sentence } } } } }";

    @Autowired
    TestCheckout checkout;

    @Autowired
    TestSubscriptions subscriptions;

    @Autowired
    JobDb jobs;

    Buyer buyer;
    Offer offer;
    SubscriptionId subscription;

    /** Ten seats bought with a card, then reduced to four, which is credited and gives a balance. */
    @BeforeEach
    void boughtAndReduced() {
        buyer = checkout.buyer();
        offer = subscriptions.offer();
        subscription = checkout.buy(buyer, 10, offer.plan()).getFirst();
        checkout.put(buyer, SeatChangeRequest.of(subscription, 4));
        checkout.place(buyer);
    }

    @Test
    void listsOrdersOfAState() {
        Answer answer = ask("query($id: ID!) { account(id: $id) { placed: orders(first: 5, state: PLACED) { totalCount"
                + " nodes { number } } voided: orders(first: 5, state: VOIDED) { totalCount nodes { number } } } }");
        assertThat(numbers(answer, "data.account.placed.nodes", "/number")).containsExactly("2", "1");
        assertThat(answer.number("data.account.placed.totalCount")).isEqualTo(2);
        assertThat(answer.number("data.account.voided.totalCount")).isZero();
    }

    @Test
    void showsHowAnOrderWasPaidAndWhatItChanged() {
        Answer answer = ask("query($id: ID!) { account(id: $id) { orders(first: 5) { nodes { number"
                + " payment { amount { amount } state brand lastDigits settledAt declineCode }"
                + " lines { previousSeats seats timeZone releasedUsers { name } } mails { kind } } } } }");
        JsonNode first = answer.at("data.account.orders.nodes.1");
        assertThat(first.at("/payment/amount/amount").asString()).isEqualTo("121.00");
        assertThat(first.at("/payment/state").asString()).isEqualTo("SUCCEEDED");
        assertThat(first.at("/payment/brand").asString()).isEqualTo("Visa");
        assertThat(first.at("/payment/lastDigits").asString()).hasSize(4);
        assertThat(first.at("/lines/0/timeZone").asString()).isEqualTo("Europe/Madrid");
        JsonNode reduction = answer.at("data.account.orders.nodes.0");
        assertThat(reduction.at("/payment").isNull()).isTrue();
        assertThat(reduction.at("/lines/0/previousSeats").asLong()).isEqualTo(10);
        assertThat(reduction.at("/lines/0/releasedUsers").isEmpty()).isTrue();
    }

    @Test
    void filtersDocumentsByTypeSettlementAndDay() {
        assertThat(documents(Map.of("type", "CREDIT_NOTE")).number("data.account.documents.totalCount"))
                .isOne();
        Answer invoices = documents(Map.of("type", "INVOICE", "status", "PAID"));
        assertThat(invoices.number("data.account.documents.totalCount")).isEqualTo(2);
        assertThat(numbers(invoices, "data.account.documents.nodes", "/__typename"))
                .containsOnly("Invoice")
                .hasSize(2);
        assertThat(documents(Map.of("status", "OPEN")).number("data.account.documents.totalCount"))
                .isZero();
        LocalDate today = LocalDate.now(MADRID);
        assertThat(documents(Map.of("from", today.toString(), "to", today.toString()))
                        .number("data.account.documents.totalCount"))
                .isEqualTo(3);
        assertThat(documents(Map.of("to", today.minusDays(1).toString())).number("data.account.documents.totalCount"))
                .isZero();
    }

    @Test
    void namesTheInvoiceThatACreditNoteCorrects() {
        Answer answer = documents(Map.of("type", "CREDIT_NOTE"));
        JsonNode line = answer.at("data.account.documents.nodes.0.lines.0");
        String corrected = jobs.sql()
                .select(DOCUMENT.NUMBER)
                .from(DOCUMENT)
                .where(DOCUMENT.ACCOUNT_ID.eq(buyer.account()))
                .and(DOCUMENT.KIND.eq("INVOICE"))
                .orderBy(DOCUMENT.SEQUENCE)
                .limit(1)
                .fetchSingle(DOCUMENT.NUMBER);
        assertThat(line.at("/correctsInvoiceNumber").asString()).isEqualTo(corrected);
        assertThat(line.at("/timeZone").asString()).isEqualTo("Europe/Madrid");
    }

    @Test
    void saysWhereTheAmountsOfDocumentsAndOrdersComeFrom() {
        Answer credit = documents(Map.of("type", "CREDIT_NOTE"));
        Answer orders =
                ask("query($id: ID!) { account(id: $id) { orders(first: 1) { nodes { lines { explanations } } } } }");
        JsonNode sentences = orders.at("data.account.orders.nodes.0.lines.0.explanations");
        assertThat(sentences.size()).isEqualTo(2);
        assertThat(credit.text("data.account.documents.nodes.0.lines.0.sentence"))
                .isEqualTo(sentences.get(0).asString());
        Answer invoices = documents(Map.of("type", "INVOICE"));
        assertThat(invoices.text("data.account.documents.nodes.0.lines.0.sentence"))
                .isEqualTo(sentences.get(1).asString())
                .contains("4");
    }

    @Test
    void sumsWhatWasChargedByMonth() {
        Answer answer = ask("query($id: ID!) { account(id: $id) { spendByMonth(months: 3) { month"
                + " invoiced { minorUnits } credited { minorUnits } spent { minorUnits currency } } } }");
        JsonNode months = answer.at("data.account.spendByMonth");
        assertThat(months.size()).isEqualTo(3);
        assertThat(months.at("/2/month").asString())
                .isEqualTo(YearMonth.now(MADRID).atDay(1).toString());
        assertThat(months.at("/0/spent/minorUnits").asLong()).isZero();
        long invoiced = months.at("/2/invoiced/minorUnits").asLong();
        long credited = months.at("/2/credited/minorUnits").asLong();
        assertThat(invoiced).isEqualTo(12_100 + 4_840);
        assertThat(credited).isBetween(12_000L, 12_100L);
        assertThat(months.at("/2/spent/minorUnits").asLong()).isEqualTo(invoiced - credited);
        assertThat(buyer.client()
                        .post("query($id: ID!) { account(id: $id) { spendByMonth(months: 37) { month } } }", id())
                        .errorCodes())
                .containsExactly("BAD_REQUEST");
    }

    @Test
    void tellsSeatsOwnedAndAssignedByDay() {
        Answer answer = ask("query($id: ID!) { account(id: $id) { seatsByDay(days: 7) { date owned assigned } } }");
        JsonNode days = answer.at("data.account.seatsByDay");
        assertThat(days.size()).isEqualTo(7);
        assertThat(days.at("/6/date").asString())
                .isEqualTo(LocalDate.now(MADRID).toString());
        assertThat(days.at("/6/owned").asLong()).isEqualTo(4);
        assertThat(days.at("/6/assigned").asLong()).isZero();
        assertThat(days.at("/0/owned").asLong()).isZero();
    }

    @Test
    void runsTheBalanceThroughTheEntries() {
        Answer answer = ask("query($id: ID!) { account(id: $id) { balance { available { minorUnits } }"
                + " ledgerEntries(first: 50) { totalCount nodes { kind amount { minorUnits }"
                + " balanceChange { minorUnits } balanceAfter { minorUnits } } } } }");
        List<JsonNode> entries = new ArrayList<>();
        answer.at("data.account.ledgerEntries.nodes").forEach(entries::add);
        long balance = answer.number("data.account.balance.available.minorUnits");
        assertThat(balance).isPositive();
        for (JsonNode entry : entries) {
            assertThat(entry.at("/balanceAfter/minorUnits").asLong()).isEqualTo(balance);
            balance -= entry.at("/balanceChange/minorUnits").asLong();
        }
        assertThat(balance).isZero();
        Answer second = ask("query($id: ID!) { account(id: $id) { ledgerEntries(last: 1) { nodes {"
                + " balanceAfter { minorUnits } } } } }");
        assertThat(second.number("data.account.ledgerEntries.nodes.0.balanceAfter.minorUnits"))
                .isEqualTo(entries.getLast().at("/balanceAfter/minorUnits").asLong());
    }

    @Test
    void filtersEntriesByDay() {
        String yesterday = LocalDate.now(MADRID).minusDays(1).toString();
        Answer answer = buyer.client()
                .ask(
                        "query($id: ID!, $day: Date) { account(id: $id) { before: ledgerEntries(first: 5, to: $day)"
                                + " { totalCount } since: ledgerEntries(first: 5, from: $day) { totalCount } } }",
                        with(Map.of("day", yesterday)));
        assertThat(answer.number("data.account.before.totalCount")).isZero();
        assertThat(answer.number("data.account.since.totalCount")).isPositive();
    }

    private Answer documents(Map<String, String> filter) {
        return buyer.client().ask(DOCUMENTS, with(filter));
    }

    private Answer ask(String document) {
        return buyer.client().ask(document, id());
    }

    private Map<String, Object> id() {
        return with(Map.of());
    }

    private Map<String, Object> with(Map<String, String> more) {
        Map<String, Object> variables = new HashMap<>(more);
        variables.put("id", GlobalId.of(buyer.account()).toString());
        return variables;
    }

    private static List<String> numbers(Answer answer, String nodes, String path) {
        return answer.at(nodes)
                .valueStream()
                .map(node -> node.at(path).asString())
                .toList();
    }
}
