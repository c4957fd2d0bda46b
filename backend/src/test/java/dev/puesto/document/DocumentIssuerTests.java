package dev.puesto.document;

import static dev.puesto.jooq.Tables.DOCUMENT;
import static dev.puesto.jooq.Tables.SETTLEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.account.Accounts;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.OrderId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.JobDb;
import dev.puesto.subscription.TestOrders;
import dev.puesto.tax.TaxSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class DocumentIssuerTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Viewer SYSTEM = new Viewer.System("test");

    @Autowired
    AccountDb db;

    @Autowired
    JobDb jobs;

    @Autowired
    Accounts accounts;

    @Autowired
    TestAccounts testAccounts;

    @Autowired
    TestOrders orders;

    @Autowired
    TestApi api;

    String series;
    DocumentIssuer issuer;

    @BeforeEach
    void aSeriesOfItsOwn() {
        series = "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var seller = new DocumentSettings.Seller("Vendor", "Street 1", null, "28014", "Madrid", null);
        issuer = new DocumentIssuer(
                new DocumentSettings(seller, List.of(series)),
                new TaxSettings("ES", ZoneId.of("Europe/Madrid"), Set.of()));
    }

    @Test
    void numbersAnInvoiceAndItsCreditNoteTogether() {
        Account account = account();
        var issued = invoiceAndCreditNote(account, NOON);
        assertThat(issued)
                .extracting(IssuedDocument::number)
                .containsExactly(series + "-2026-000001", series + "-R-2026-000001");
        assertThat(issued).extracting(IssuedDocument::issueDate).containsOnly(LocalDate.parse("2026-03-01"));
    }

    @Test
    void numbersWithoutGapOrDoubleUnderManyThreadsAndRollbacks() throws Exception {
        List<Account> many = IntStream.range(0, 8).mapToObj(i -> account()).toList();
        var tasks = new ArrayList<Callable<List<IssuedDocument>>>();
        for (int i = 0; i < 160; i++) {
            Account account = many.get(i % many.size());
            boolean rollsBack = i % 5 == 0;
            tasks.add(() -> rollsBack ? issueAndRollBack(account) : issue(account, NOON, draft(account)));
        }
        var numbers = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<List<IssuedDocument>> future : threads.invokeAll(tasks)) {
                future.get()
                        .forEach(document ->
                                assertThat(numbers.add(document.number())).isTrue());
            }
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 128)
                        .mapToObj(number -> "%s-2026-%06d".formatted(series, number))
                        .toList());
    }

    @Test
    void beginsAgainWithTheYearOfTheSellersZone() {
        Account account = account();
        issue(account, Instant.parse("2026-12-31T22:59:59Z"), draft(account));
        var issued = issue(account, Instant.parse("2026-12-31T23:00:00Z"), draft(account));
        assertThat(issued).singleElement().satisfies(document -> {
            assertThat(document.number()).isEqualTo(series + "-2027-000001");
            assertThat(document.issueDate()).isEqualTo("2027-01-01");
        });
    }

    @Test
    void neverGoesBackInDate() {
        Account account = account();
        issue(account, NOON, draft(account));
        var issued = issue(account, NOON.minusSeconds(90_000), draft(account));
        assertThat(issued).singleElement().satisfies(document -> {
            assertThat(document.number()).endsWith("-000002");
            assertThat(document.issueDate()).isEqualTo("2026-03-01");
        });
    }

    @Test
    void anInvoiceDatedADayLaterIsDueADayLaterAndItsSettlementToo() {
        Account account = account();
        issue(account, NOON, draft(account));
        DocumentDraft late = draft(account);
        issue(account, NOON.minus(Duration.ofDays(1)), late);
        LocalDate due = Objects.requireNonNull(late.dueDate()).plusDays(1);
        assertThat(jobs.sql()
                        .select(DOCUMENT.DUE_DATE, SETTLEMENT.DUE_DATE)
                        .from(DOCUMENT)
                        .join(SETTLEMENT)
                        .on(SETTLEMENT.ACCOUNT_ID.eq(DOCUMENT.ACCOUNT_ID))
                        .and(SETTLEMENT.INVOICE_ID.eq(DOCUMENT.ID))
                        .where(DOCUMENT.ACCOUNT_ID.eq(account.accountId()))
                        .and(DOCUMENT.ID.eq(late.id()))
                        .fetchSingle()
                        .intoList())
                .containsExactly(due, due);
    }

    @Test
    void givesASandboxAccountASeriesOfItsOwn() {
        AccountId id = testAccounts.open();
        testAccounts.setClock(id, Instant.parse("2030-01-01T12:00:00Z"));
        Account account = accounts.find(SYSTEM, id).orElseThrow();
        var issued = issue(account, Instant.parse("2030-01-01T12:00:00Z"), draft(account));
        assertThat(issued.getFirst().number()).startsWith("SANDBOX-").endsWith("-2030-000001");
    }

    @Test
    void chainsTheHashesOfAllDocumentsOfASeries() {
        Account first = account();
        Account second = account();
        invoiceAndCreditNote(first, NOON);
        invoiceAndCreditNote(second, NOON);
        issue(first, NOON, draft(first));
        var rows = jobs.sql()
                .select(
                        DOCUMENT.PREVIOUS_HASH,
                        DOCUMENT.HASH,
                        field(
                                "app.document_hash(document, app.document_body(document.account_id, document.id))",
                                byte[].class))
                .from(DOCUMENT)
                .where(DOCUMENT.SERIES.eq(series))
                .fetch();
        assertThat(rows).hasSize(5).allSatisfy(row -> assertThat(row.value2()).isEqualTo(row.value3()));
        var hashes = rows.map(row -> hex(row.value2()));
        var previous = new HashSet<>(rows.map(row -> hex(row.value1())));
        assertThat(previous).hasSize(5);
        assertThat(hashes.stream().filter(previous::contains)).hasSize(4);
    }

    @Test
    void cannotChangeADocument() {
        Account account = account();
        issue(account, NOON, draft(account));
        assertThatThrownBy(() -> db.one(
                        account.accountId(),
                        sql -> sql.update(DOCUMENT)
                                .set(DOCUMENT.NUMBER, "X")
                                .where(DOCUMENT.ACCOUNT_ID.eq(account.accountId()))
                                .execute()))
                .hasMessageContaining("permission denied");
    }

    @Test
    void cannotIssueForAnotherAccountThanTheOneSet() {
        Account account = account();
        Account other = account();
        assertThatThrownBy(() -> db.transact(
                        other.accountId(),
                        tx -> tx.sql().fetch(issuer.issuing(account, NOON, List.of(draft(account))))))
                .hasMessageContaining("row-level security");
    }

    @Test
    void showsDocumentsWithLinesTaxesAndSettlement() {
        Account account = account();
        invoiceAndCreditNote(account, NOON);
        var client = api.client().on(account.accountId());
        String document = "query($id: ID!) { account(id: $id) { documents(first: 10) { totalCount nodes { __typename id"
                + " number total { amount } lines { description net { minorUnits } taxGroup { country } correctsLineId }"
                + " taxes { tax { minorUnits } group { rateBasisPoints } stated { rate } } seller { name }"
                + " ... on Invoice { dueDate settlement { state open { amount } } } } } } }";
        var answer = client.ask(
                document, Map.of("id", GlobalId.of(account.accountId()).toString()));
        assertThat(answer.number("data.account.documents.totalCount")).isEqualTo(2);
        var nodes = answer.at("data.account.documents.nodes");
        var invoice = nodes.valueStream()
                .filter(node -> node.at("/__typename").asString().equals("Invoice"))
                .findAny()
                .orElseThrow();
        assertThat(invoice.at("/total/amount").asString()).isEqualTo("121.00");
        assertThat(invoice.at("/settlement/state").asString()).isEqualTo("OPEN");
        assertThat(invoice.at("/lines/0/description").asString()).isEqualTo("Agentes, 10 puestos «ñ» \"1\" 😀");
        assertThat(invoice.at("/taxes/0/tax/minorUnits").asLong()).isEqualTo(2_100);
        String id = invoice.at("/id").asString();
        String byId = "query($id: ID!) { document(id: $id) { number } node(id: $id) { ... on Invoice { number } } }";
        assertThat(client.ask(byId, Map.of("id", id)).text("data.document.number"))
                .isEqualTo(series + "-2026-000001");
        assertThat(client.ask(byId, Map.of("id", id)).text("data.node.number")).isEqualTo(series + "-2026-000001");
        var stranger = api.client().on(testAccounts.open());
        assertThat(stranger.ask(byId, Map.of("id", id)).at("data.document").isNull())
                .isTrue();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private Account account() {
        return accounts.find(SYSTEM, testAccounts.open()).orElseThrow();
    }

    private DocumentDraft draft(Account account) {
        return Drafts.invoice(orders.pending(account.accountId()), 10_000, 2_100);
    }

    private List<IssuedDocument> issue(Account account, Instant at, DocumentDraft... drafts) {
        return db.transact(account.accountId(), tx -> {
            var invoices = List.of(drafts).stream()
                    .filter(draft -> draft.kind() == DocumentKind.INVOICE)
                    .map(Settlement::unpaid)
                    .toList();
            tx.together(Settlements.write(account.accountId(), invoices, at));
            return tx.finish(sql -> DocumentIssuer.read(sql.fetch(issuer.issuing(account, at, List.of(drafts)))));
        });
    }

    private List<IssuedDocument> invoiceAndCreditNote(Account account, Instant at) {
        OrderId order = orders.pending(account.accountId());
        var invoice = Drafts.invoice(order, 10_000, 2_100);
        return issue(account, at, Drafts.creditNote(order, invoice, 5_000, 1_050), invoice);
    }

    private List<IssuedDocument> issueAndRollBack(Account account) {
        try {
            return db.transact(account.accountId(), tx -> {
                tx.sql().fetch(issuer.issuing(account, NOON, List.of(draft(account))));
                throw new IllegalStateException("rolled back on purpose");
            });
        } catch (IllegalStateException e) {
            return List.of();
        }
    }
}
