package dev.puesto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.account.TestAccounts;
import dev.puesto.checkout.TestCheckout;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.db.DatabaseLogins;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.subscription.TestSubscriptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Each invariant finds the fault that is planted for it: {@code planted-faults.sql} holds for each the statements that
 * break it, which run as the owner in a transaction that is rolled back.
 */
@PuestoTest
@Isolated("takes constraints away while it plants a fault")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvariantsTests {
    private static final Path INVARIANTS = Path.of("..", "db", "invariants.sql");
    private static final Path FAULTS = Path.of("src", "test", "resources", "planted-faults.sql");
    private static final Pattern NAMED = Pattern.compile("select '((?:[^']|'')+)'(?:,| as invariant)");

    @Autowired
    TestCheckout test;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSubscriptions offers;

    Buyer buyer;
    AccountId sandbox;

    /** Orders, documents, a held cart, seats and users of one account; a document of a sandbox account. */
    @BeforeAll
    void fillAccounts() {
        buyer = test.buyer();
        SubscriptionId bought = test.buy(buyer, 10, offers.offer().plan()).getFirst();
        test.put(buyer, SeatChangeRequest.of(bought, 8));
        test.place(buyer);
        test.buy(buyer, 5, offers.offer().plan());
        seat(bought, accounts.addUsers(buyer.account(), 2));
        test.put(buyer, SeatChangeRequest.of(bought, 300));
        test.begin(buyer, "sandbox_authentication_required");
        sandbox = accounts.open();
        accounts.setClock(sandbox, Instant.parse("2026-06-01T12:00:00Z"));
        test.buy(test.buyer(sandbox), 1, offers.offer().plan());
    }

    private void seat(SubscriptionId subscription, List<UserId> users) {
        Map<String, Object> input = Map.of(
                "subscriptionId",
                GlobalId.of("Subscription", buyer.account(), subscription).toString(),
                "userIds",
                users.stream()
                        .map(user -> GlobalId.of("User", buyer.account(), user).toString())
                        .toList(),
                "idempotencyKey",
                UUID.randomUUID().toString());
        buyer.client()
                .ask(
                        "mutation($input: AssignSeatsInput!) { assignSeats(input: $input) { results { outcome } } }",
                        Map.of("input", input));
    }

    static Set<String> faults() {
        return planted().keySet();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void findsThePlantedFault(String invariant) throws SQLException {
        try (Connection owner = owner()) {
            owner.setAutoCommit(false);
            assertThat(violated(owner)).doesNotContain(invariant);
            try (Statement statement = owner.createStatement()) {
                statement.execute(planted()
                        .get(invariant)
                        .replace(":account", "'" + buyer.account().value() + "'")
                        .replace(":sandbox", "'" + sandbox.value() + "'"));
            }
            assertThat(violated(owner)).contains(invariant);
            owner.rollback();
        }
    }

    @Test
    void thereIsAFaultForEachInvariant() {
        Set<String> named = new TreeSet<>();
        Matcher names = NAMED.matcher(read(INVARIANTS));
        while (names.find()) {
            named.add(names.group(1).replace("''", "'"));
        }
        assertThat(named).hasSizeGreaterThan(40).isEqualTo(faults());
    }

    private static Connection owner() throws SQLException {
        var postgres = TestDatabase.postgres();
        return DriverManager.getConnection(
                postgres.url(), DatabaseLogins.OWNER, postgres.logins().owner());
    }

    /** What is violated of the two accounts, or of all together: other tests may have played with accounts of their own. */
    private Set<String> violated(Connection owner) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Statement statement = owner.createStatement()) {
            boolean rows = statement.execute(read(INVARIANTS));
            while (rows) {
                var result = statement.getResultSet();
                while (result.next()) {
                    if (concernsUs(result.getObject("account_id", UUID.class))) {
                        found.add(result.getString("invariant"));
                    }
                }
                rows = statement.getMoreResults();
            }
        }
        return found;
    }

    private boolean concernsUs(@Nullable UUID account) {
        return account == null || account.equals(buyer.account().value()) || account.equals(sandbox.value());
    }

    /** The statements of each fault, by the invariant that the comment above them names. */
    private static Map<String, String> planted() {
        Map<String, String> faults = new TreeMap<>();
        Stream.of(read(FAULTS).split("(?m)^-- ")).skip(1).forEach(fault -> {
            String[] parts = fault.split("\\n", 2);
            faults.put(parts[0].strip(), parts[1]);
        });
        return faults;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
