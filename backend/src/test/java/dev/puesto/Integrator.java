package dev.puesto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's integrator at a running {@link PuestoProcess}, with its secret from the home folder. */
final class Integrator {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CLIENT = "demo-integrator";
    private static final int TRIES_MAX = 10;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private final String token;

    private Integrator(URI endpoint, String token) {
        this.endpoint = endpoint;
        this.token = token;
    }

    /** Signs in. */
    static Integrator at(PuestoProcess puesto, Path home) throws IOException, InterruptedException {
        String basic = CLIENT + ":" + secret(home);
        HttpRequest request = HttpRequest.newBuilder(URI.create(puesto.url() + "/oauth2/token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic.getBytes()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return new Integrator(
                URI.create(puesto.url() + "/graphql"),
                JSON.readTree(answer.body()).get("access_token").asString());
    }

    private static String secret(Path home) {
        return JSON.readTree(home.resolve("demo-credentials.json").toFile())
                .get("clients")
                .valueStream()
                .filter(client -> client.get("clientId").asString().equals(CLIENT))
                .map(client -> client.get("clientSecret").asString())
                .findFirst()
                .orElseThrow();
    }

    /**
     * Sends a document that must be answered without a top-level error, and returns its data. While the server asks to
     * send it again, as a busy machine's does, it is sent again as it is.
     */
    JsonNode ask(String document, Map<String, ?> variables) {
        JsonNode answer = answer(document, variables);
        for (int i = 0; i < TRIES_MAX && isUnavailable(answer); i++) {
            answer = answer(document, variables);
        }
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.get("data");
    }

    private JsonNode answer(String document, Map<String, ?> variables) {
        return JSON.readTree(send(document, variables).join().body());
    }

    private static boolean isUnavailable(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString("").equals("UNAVAILABLE");
    }

    /** Sends a document and does not wait for the answer. */
    CompletableFuture<HttpResponse<String>> send(String document, Map<String, ?> variables) {
        String body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }
}
