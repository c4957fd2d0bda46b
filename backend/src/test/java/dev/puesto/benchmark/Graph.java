package dev.puesto.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the GraphQL endpoint over one connection and refuses every answer that is not a good one. */
final class Graph implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpConnection connection;

    Graph(int port, String token) throws IOException {
        connection = new HttpConnection(port, "/graphql", "Bearer " + token, "application/json");
    }

    /** A client-credentials token of the embedded issuer. */
    static String token(int port, String clientId, String secret) throws IOException {
        String basic = java.util.Base64.getEncoder()
                .encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        try (var issuer =
                new HttpConnection(port, "/oauth2/token", "Basic " + basic, "application/x-www-form-urlencoded")) {
            String answer = issuer.post("grant_type=client_credentials".getBytes(StandardCharsets.UTF_8))
                    .text();
            return JSON.readTree(answer).get("access_token").asString();
        }
    }

    /** Makes a request body once, to be sent many times. */
    static byte[] body(String document, Map<String, ?> variables) {
        return JSON.writeValueAsBytes(Map.of("query", document, "variables", variables));
    }

    /** Sends it and returns {@code data}. */
    JsonNode ask(String document, Map<String, ?> variables) throws IOException {
        JsonNode answer = JSON.readTree(bytes(body(document, variables)));
        if (answer.has("errors")) {
            throw new IllegalStateException(answer.get("errors").toString());
        }
        return answer.get("data");
    }

    /** Sends it and returns the answer's bytes, which must be at least {@code least} long and without errors. */
    void check(byte[] body, int least) throws IOException {
        byte[] answer = bytes(body);
        if (answer.length < least || startsWithErrors(answer)) {
            throw new IllegalStateException(new String(answer, StandardCharsets.UTF_8));
        }
    }

    private byte[] bytes(byte[] body) throws IOException {
        HttpConnection.Answer answer = connection.post(body);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        return answer.body();
    }

    private static boolean startsWithErrors(byte[] answer) {
        return new String(answer, 0, Math.min(answer.length, 10), StandardCharsets.UTF_8).startsWith("{\"errors\"");
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
