package dev.puesto.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the installation holds, as read through the API: the accounts of benchmark data, and the large one among them.
 *
 * @param accounts global ids of the accounts with three subscriptions
 * @param large global id of the account with the most users
 */
record BenchmarkData(List<String> accounts, String large) {

    static final String PREFIX = "Scale";
    static final String LARGE = "Scale 000000";

    static BenchmarkData read(Graph graph, int most) throws IOException {
        List<String> accounts = new ArrayList<>();
        String large = null;
        String after = null;
        do {
            JsonNode page =
                    graph.ask(Documents.ACCOUNTS, variables("after", after)).get("accounts");
            for (JsonNode account : page.get("nodes")) {
                String name = account.get("name").asString();
                if (name.equals(LARGE)) {
                    large = account.get("id").asString();
                } else if (name.startsWith(PREFIX) && accounts.size() < most) {
                    accounts.add(account.get("id").asString());
                }
            }
            after = page.get("pageInfo").get("endCursor").asStringOpt().orElse(null);
        } while (after != null && (accounts.size() < most || large == null));
        return new BenchmarkData(accounts, large);
    }

    /** Variables of which a value may be null. */
    static Map<String, Object> variables(Object... namesAndValues) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return variables;
    }

    static List<String> subscriptions(Graph graph, String account) throws IOException {
        List<String> ids = new ArrayList<>();
        graph.ask(Documents.SUBSCRIPTIONS, Map.of("account", account))
                .at("/account/subscriptions/nodes")
                .forEach(subscription -> ids.add(subscription.get("id").asString()));
        return ids;
    }

    /** The cursor behind so many users of the large account. */
    static String cursorAt(Graph graph, String account, int depth) throws IOException {
        String after = null;
        for (int read = 0; read < depth; read += 100) {
            after = graph.ask(Documents.SKIP, variables("account", account, "after", after))
                    .at("/account/users/pageInfo/endCursor")
                    .asString();
        }
        return after;
    }

    /** Ids of users of an account, from its list's start. */
    static List<String> users(Graph graph, String account, int count) throws IOException {
        List<String> ids = new ArrayList<>();
        String after = null;
        while (ids.size() < count) {
            JsonNode page = graph.ask(Documents.USERS, variables("account", account, "after", after))
                    .at("/account/users");
            page.get("nodes").forEach(user -> ids.add(user.get("id").asString()));
            after = page.at("/pageInfo/endCursor").asString();
            if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
                break;
            }
        }
        return ids;
    }
}
