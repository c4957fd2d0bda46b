package dev.puesto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The real jar, killed by {@code kill -9} in the middle of a checkout; then it is started again. */
class CheckoutKillIT {
    private static final Path INVARIANTS = Path.of("..", "db", "invariants.sql");

    private static final String[] SETTINGS = {"--puesto.checkout.first-question-after=4s"};

    private static final String OFFERS = """
            { accounts(first: 100) { nodes { id kind currency status } }
              products(first: 100) { nodes { plans { id code trialDays } } } }""";

    private static final String SET_LINE = """
            mutation($input: SetCartLineInput!) { setCartLine(input: $input) {
              cart { id seatQuote { id amountDue { minorUnits } } } userErrors { code } } }""";

    private static final String CHECKOUT = """
            mutation($input: CheckoutInput!) { checkout(input: $input) {
              order { id state amountDue { minorUnits } invoice { number } } userErrors { code } } }""";

    private static final String CONFIRMATIONS =
            "select count(*) from account_order o where (select count(*) from mail m where m.account_id = o.account_id"
                    + " and m.order_id = o.id and m.kind = 'ORDER_CONFIRMATION') = 1";

    @TempDir
    private Path home;

    private PuestoProcess puesto;
    private Integrator integrator;
    private String account;
    private String plan;

    /** A checkout, for sending it and for sending it again. */
    private record Sent(Map<String, Object> input) {}

    @Test
    void checkoutThatIsKilledAnywhereHappensOnceAndWholly() throws Exception {
        start();
        chooseAccountAndPlan();
        long before = number("select count(*) from account_order where state = 'PLACED'");

        Sent uncommitted = killBeforeTheFirstTransactionCommits();
        start();
        assertThat(number("select count(*) from account_order where state = 'PENDING_PAYMENT'"))
                .isZero();
        Sent underWay;
        try (Connection blocking = puesto.connectAsOwner()) {
            lock(blocking, "mail", "share");
            assertPlacedOnce(uncommitted, before + 1);
            await(() -> waitingFor("mail"));
            underWay = killWhileTheGatewayIsAsked();
        }
        start();
        awaitOrders(before + 2);
        assertPlacedOnce(underWay, before + 2);

        Sent answered = killBeforeTheAnswerIsWritten();
        start();
        awaitOrders(before + 3);
        assertPlacedOnce(answered, before + 3);

        await(() -> number(CONFIRMATIONS) == before + 3);
        assertThatInvariantsHold();
    }

    @AfterEach
    void end() {
        puesto.crash();
    }

    /** The job that hands out events is killed too, before it has any. */
    private Sent killBeforeTheFirstTransactionCommits() throws Exception {
        try (Connection blocking = puesto.connectAsOwner()) {
            lock(blocking, "payment", "share");
            lock(blocking, "outbox", "access exclusive");
            Sent sent = filled("sandbox_success");
            AtomicReference<CompletableFuture<?>> answer = new AtomicReference<>(send(sent));
            await(() -> {
                if (answer.get().isDone()) {
                    answer.set(send(sent));
                }
                return waitingFor("payment") && waitingFor("outbox");
            });
            crash();
            return sent;
        }
    }

    /** The job that hands out events is killed too, with an event in its hands. */
    private Sent killWhileTheGatewayIsAsked() throws Exception {
        long charges = number("select count(*) from sandbox_charge");
        Sent sent = filled("sandbox_slow");
        send(sent);
        await(() -> number("select count(*) from sandbox_charge") > charges);
        assertThat(number("select count(*) from account_order where state = 'PENDING_PAYMENT'"))
                .isOne();
        crash();
        return sent;
    }

    private Sent killBeforeTheAnswerIsWritten() throws Exception {
        try (Connection blocking = puesto.connectAsOwner()) {
            lock(blocking, "document", "share");
            Sent sent = filled("sandbox_success");
            send(sent);
            await(() -> waitingFor("document"));
            assertThat(number("select count(*) from payment where settled_at is null"))
                    .isOne();
            crash();
            return sent;
        }
    }

    /** Waits for its database to stop: what waits for a lock is lost with it, and never commits once the lock goes. */
    private void crash() throws Exception {
        ProcessHandle database = puesto.postgres();
        puesto.crash();
        database.onExit().get(60, TimeUnit.SECONDS);
    }

    private void start() throws Exception {
        puesto = PuestoProcess.start(home, SETTINGS);
        integrator = Integrator.at(puesto, home);
    }

    private void chooseAccountAndPlan() {
        JsonNode offers = integrator.ask(OFFERS, Map.of());
        account = offers.at("/accounts/nodes")
                .valueStream()
                .filter(node -> node.get("kind").asString().equals("SELF_SERVICE"))
                .filter(node -> node.get("currency").asString().equals("EUR"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
        plan = offers.at("/products/nodes")
                .valueStream()
                .flatMap(product -> product.get("plans").valueStream())
                .filter(node -> node.get("trialDays").asInt() == 0)
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    /** Fills a cart, to be checked out with that token. */
    private Sent filled(String token) {
        Map<String, Object> change = Map.of("planId", plan, "seats", 3);
        JsonNode cart = integrator
                .ask(SET_LINE, Map.of("input", Map.of("accountId", account, "change", change)))
                .at("/setCartLine/cart");
        assertThat(cart.at("/seatQuote/amountDue/minorUnits").asLong()).isPositive();
        Map<String, Object> input = new HashMap<>();
        input.put("accountId", account);
        input.put("cartId", cart.get("id").asString());
        input.put("seatQuoteId", cart.at("/seatQuote/id").asString());
        input.put("paymentToken", token);
        input.put("idempotencyKey", UUID.randomUUID().toString());
        return new Sent(input);
    }

    /** Sends a checkout and does not wait for the answer. */
    private CompletableFuture<?> send(Sent checkout) {
        return integrator.send(CHECKOUT, Map.of("input", checkout.input()));
    }

    /** The same request again is answered by a placed order; there is one, and one charge of its amount. */
    private void assertPlacedOnce(Sent sent, long orders) throws Exception {
        JsonNode answer = integrator.ask(CHECKOUT, Map.of("input", sent.input()));
        assertThat(answer.at("/checkout/order/state").asString())
                .as(answer.toString())
                .isEqualTo("PLACED");
        assertThat(answer.at("/checkout/order/invoice/number").asString()).isNotEmpty();
        assertThat(number("select count(*) from account_order where state = 'PLACED'"))
                .isEqualTo(orders);
        assertThat(number("select count(*) from account_order where state = 'PENDING_PAYMENT'"))
                .isZero();
        assertThat(number("select count(*) from sandbox_charge charge where state = 'SUCCEEDED'"
                        + " and amount_minor = " + answer.at("/checkout/order/amountDue/minorUnits")
                        + " and exists (select from idempotency_key k join payment p using (account_id, order_id)"
                        + " where k.key = '" + sent.input().get("idempotencyKey") + "' and p.id = charge.payment_id)"))
                .isOne();
    }

    private void awaitOrders(long placed) {
        await(() -> number("select count(*) from account_order where state = 'PLACED'") == placed);
    }

    private void assertThatInvariantsHold() throws Exception {
        List<String> violations = new ArrayList<>();
        try (Connection connection = puesto.connectAsOwner();
                Statement statement = connection.createStatement()) {
            for (String text : Files.readString(INVARIANTS).split(";\\s*\\n")) {
                if (!text.isBlank()) {
                    ResultSet rows = statement.executeQuery(text);
                    while (rows.next()) {
                        violations.add(rows.getString(1) + ": " + rows.getString(2));
                    }
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    /** Keeps others from a table until the connection ends: from writing to it, or from reading it too. */
    private static void lock(Connection connection, String table, String mode) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in " + mode + " mode");
        }
    }

    private boolean waitingFor(String table) throws Exception {
        return number("select count(*) from pg_locks where not granted and relation = '" + table + "'::regclass") > 0;
    }

    private long number(String query) throws Exception {
        try (Connection connection = puesto.connectAsOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }
}
