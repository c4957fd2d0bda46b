package dev.puesto.benchmark;

import static dev.puesto.benchmark.BenchmarkData.variables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The workloads of the product's goals, from outside: {@code Benchmark <port> <demo-credentials.json> <seconds>
 * <workloads> [connections]}, workloads being letters such as {@code abcdefg}, and
 * {@code x} for the checkout alone of carts that were filled before. The instance must hold benchmark data.
 */
final class Benchmark {

    private static final int USUAL_CONNECTIONS = 16;

    private final int port;
    private final int seconds;
    private final int connections;
    private final String token;
    private final BenchmarkData data;

    private Benchmark(int port, int seconds, int connections, String token) throws IOException {
        this.port = port;
        this.seconds = seconds;
        this.connections = connections;
        this.token = token;
        try (var graph = new Graph(port, token)) {
            this.data = BenchmarkData.read(graph, 1000);
        }
        System.out.printf("%d accounts, large: %s%n", data.accounts().size(), data.large() != null);
    }

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        JsonNode credentials =
                JsonMapper.builder().build().readTree(Path.of(arguments[1]).toFile());
        String secret = secretOf(credentials, "demo-integrator");
        int connections = arguments.length > 4 ? Integer.parseInt(arguments[4]) : USUAL_CONNECTIONS;
        var benchmark = new Benchmark(
                port, Integer.parseInt(arguments[2]), connections, Graph.token(port, "demo-integrator", secret));
        for (char workload : arguments[3].toCharArray()) {
            benchmark.run(workload);
        }
    }

    private static String secretOf(JsonNode credentials, String client) {
        for (JsonNode one : credentials.findParents("clientId")) {
            if (one.get("clientId").asString().equals(client)) {
                return one.get("clientSecret").asString();
            }
        }
        throw new IllegalArgumentException("No credentials of " + client);
    }

    private void run(char workload) throws Exception {
        switch (workload) {
            case 'a' ->
                repeat(
                        "(a) account page",
                        4_000,
                        data.accounts().stream()
                                .map(account -> Graph.body(Documents.ACCOUNT_PAGE, Map.of("account", account)))
                                .toList());
            case 'b' -> users();
            case 'c' -> repeat("(c) products with prices", 500, List.of(Graph.body(Documents.PRODUCTS, Map.of())));
            case 'd' -> repeat("(d) seat quote", 500, seatQuotes());
            case 'e' -> Load.measure("(e) cart of 3 lines, checkout", connections, seconds, Buyer::new);
            case 'x' -> checkouts();
            case 'f' -> Load.measure("(f) assign or release 1,000", 1, seconds, Assigner::new);
            case 'g' -> signInChecks();
            default -> throw new IllegalArgumentException("No workload " + workload);
        }
    }

    private void users() throws Exception {
        String deep;
        try (var graph = new Graph(port, token)) {
            deep = BenchmarkData.cursorAt(graph, data.large(), 90_000);
        }
        repeat("(b) users at depth 0", 3_000, List.of(usersBody(Documents.USERS, null)));
        repeat("(b) users at depth 90,000", 3_000, List.of(usersBody(Documents.USERS, deep)));
        repeat("(b2) users with totalCount", 3_000, List.of(usersBody(Documents.USERS_COUNTED, deep)));
    }

    private byte[] usersBody(String document, String after) {
        return Graph.body(document, variables("account", data.large(), "after", after));
    }

    private List<byte[]> seatQuotes() throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        try (var graph = new Graph(port, token)) {
            for (String account :
                    data.accounts().subList(0, Math.min(200, data.accounts().size()))) {
                String subscription =
                        BenchmarkData.subscriptions(graph, account).getFirst();
                var change = Map.of("subscriptionId", subscription, "seats", 60);
                bodies.add(Graph.body(Documents.SEAT_QUOTE, Map.of("account", account, "changes", List.of(change))));
            }
        }
        return bodies;
    }

    /** Every account once: its cart is filled before, and the checkout alone is measured. */
    private void checkouts() throws Exception {
        Load.drain("(e) checkout of 3 filled lines", connections, connection -> {
            Buyer buyer = new Buyer(connection);
            for (String account : buyer.accounts) {
                buyer.filled.add(buyer.fill(account));
            }
            return buyer;
        });
    }

    private void signInChecks() throws Exception {
        List<byte[]> bodies = new ArrayList<>();
        try (var graph = new Graph(port, token)) {
            String product = graph.ask(Documents.SUBSCRIPTIONS, Map.of("account", data.large()))
                    .at("/account/subscriptions/nodes/0/product/code")
                    .asString();
            for (String user : BenchmarkData.users(graph, data.large(), 2_000)) {
                bodies.add(Graph.body(Documents.SIGN_IN_CHECK, Map.of("product", product, "user", user)));
            }
        }
        repeat("(g) sign-in check", 20, bodies);
    }

    private void repeat(String name, int leastBytes, List<byte[]> bodies) throws Exception {
        Load.measure(name, connections, seconds, connection -> new Load.Client() {
            private final Graph graph = new Graph(port, token);

            @Override
            public void once() throws IOException {
                graph.check(bodies.get(ThreadLocalRandom.current().nextInt(bodies.size())), leastBytes);
            }

            @Override
            public void close() throws IOException {
                graph.close();
            }
        });
    }

    /** Buys: each piece of work fills a cart with three lines and checks it out, in an account of its own at a time. */
    private final class Buyer implements Load.Draining {
        private final Graph graph = new Graph(port, token);
        private final List<String> accounts;
        private final Deque<Filled> filled = new ArrayDeque<>();
        private int next;

        private record Filled(String account, JsonNode cart) {}

        Buyer(int connection) throws IOException {
            accounts = new ArrayList<>();
            for (int i = connection; i < data.accounts().size(); i += connections) {
                accounts.add(data.accounts().get(i));
            }
        }

        @Override
        public void once() throws IOException {
            checkOut(fill(accounts.get(next++ % accounts.size())));
        }

        @Override
        public boolean next() throws IOException {
            if (filled.isEmpty()) {
                return false;
            }
            checkOut(filled.remove());
            return true;
        }

        private Filled fill(String account) throws IOException {
            List<String> held = BenchmarkData.subscriptions(graph, account);
            JsonNode lines = graph.ask(
                    Documents.FILL_CART,
                    Map.of(
                            "account",
                            account,
                            "one",
                            more(held.get(0)),
                            "two",
                            more(held.get(1)),
                            "three",
                            more(held.get(2))));
            return new Filled(account, lines.at("/three/cart"));
        }

        private void checkOut(Filled full) throws IOException {
            JsonNode order = graph.ask(
                            Documents.CHECKOUT,
                            Map.of(
                                    "input",
                                    Map.of(
                                            "accountId", full.account(),
                                            "cartId", full.cart().get("id").asString(),
                                            "seatQuoteId",
                                                    full.cart()
                                                            .at("/seatQuote/id")
                                                            .asString(),
                                            "idempotencyKey", UUID.randomUUID().toString())))
                    .at("/checkout");
            if (!order.at("/order/state").asString("").equals("PLACED")) {
                throw new IllegalStateException(order.toString());
            }
        }

        private Map<String, ?> more(String subscription) {
            return Map.of(
                    "subscriptionId",
                    subscription,
                    "seats",
                    ThreadLocalRandom.current().nextInt(51, 500));
        }

        @Override
        public void close() throws IOException {
            graph.close();
        }
    }

    /** Assigns 1,000 seats of the large account's subscription, then releases them, in turn. */
    private final class Assigner implements Load.Client {
        private final Graph graph = new Graph(port, token);
        private final String subscription;
        private final List<String> users;
        private boolean seated = true;

        Assigner(int connection) throws IOException {
            subscription = BenchmarkData.subscriptions(graph, data.large()).getFirst();
            users = BenchmarkData.users(graph, data.large(), 1_000);
        }

        @Override
        public void once() throws IOException {
            String field = seated ? "releaseSeats" : "assignSeats";
            JsonNode answer = graph.ask(
                    seated ? Documents.RELEASE : Documents.ASSIGN,
                    Map.of(
                            "input",
                            Map.of(
                                    "subscriptionId", subscription,
                                    "userIds", users,
                                    "idempotencyKey", UUID.randomUUID().toString())));
            Set<String> outcomes =
                    Set.copyOf(answer.at("/" + field + "/results").findValuesAsString("outcome"));
            if (outcomes.size() != 1) {
                throw new IllegalStateException(answer.toString().substring(0, 500));
            }
            seated = !seated;
        }

        @Override
        public void close() throws IOException {
            graph.close();
        }
    }
}
