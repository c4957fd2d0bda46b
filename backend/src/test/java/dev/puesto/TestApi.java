package dev.puesto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.id.AccountId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.StatementCount;
import dev.puesto.partner.ApiClients;
import dev.puesto.partner.Grants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to the running application as an integrator does: over HTTP, with a real token of a client made for the test.
 *
 * <pre>{@code
 * TestApi.Answer answer = api.client().on(account).post("query($id: ID!) { account(id: $id) { name } }", Map.of("id", id));
 * assertThat(answer.text("data.account.name")).isEqualTo("Acme");
 * }</pre>
 */
@Component
@Lazy
public class TestApi {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ApiClients clients;
    private final Grants grants;
    private final AccountDb db;
    private final Environment environment;

    TestApi(ApiClients clients, Grants grants, AccountDb db, Environment environment) {
        this.clients = clients;
        this.grants = grants;
        this.db = db;
        this.environment = environment;
    }

    /** A new client with those scopes; with none named, with all. */
    public Client client(Scope... scopes) {
        Set<Scope> granted = scopes.length == 0 ? EnumSet.allOf(Scope.class) : EnumSet.copyOf(List.of(scopes));
        ApiClients.Issued issued =
                clients.register("test-" + UUID.randomUUID(), "A test's client", granted, Instant.now());
        return new Client(issued, granted, new HashMap<>());
    }

    /** The address of a path that begins with a slash. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path);
    }

    /** Sends a request as it is. */
    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks the token endpoint for a token with those scopes; with none named, as the issuer has it by default. */
    public Answer requestToken(String clientId, String secret, Scope... scopes) {
        String wanted = Arrays.stream(scopes).map(Scope::wireName).collect(Collectors.joining(" "));
        String form = "grant_type=client_credentials"
                + (scopes.length == 0 ? "" : "&scope=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        String basic =
                Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.US_ASCII));
        return send(HttpRequest.newBuilder(at("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** A client that gets its token when it first asks. */
    public final class Client {
        private final ApiClients.Issued issued;
        private final Set<Scope> scopes;
        private final Map<String, String> headers;

        private Client(ApiClients.Issued issued, Set<Scope> scopes, Map<String, String> headers) {
            this.issued = issued;
            this.scopes = scopes;
            this.headers = headers;
        }

        /** The client as the installation knows it, with its secret. */
        public ApiClients.Issued issued() {
            return issued;
        }

        /** The viewer that its requests have, for calls that go around HTTP. */
        public Viewer viewer() {
            return new Viewer.ApiClient(issued.id(), issued.clientId(), scopes, Set.of());
        }

        /** Grants the client the account, with all its scopes, and returns it. */
        public Client on(AccountId account) {
            db.transact(account, transaction -> {
                grants.grant(transaction, issued.id(), scopes, new Viewer.System("test"), Instant.now());
                return null;
            });
            return this;
        }

        /** The same client with a header on every request. */
        public Client with(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Client(issued, scopes, more);
        }

        /** The same client speaking Spanish. */
        public Client inSpanish() {
            return with("Accept-Language", "es");
        }

        /** The access token. */
        public String token() {
            return headers.computeIfAbsent(
                            "Authorization",
                            name -> "Bearer "
                                    + requestToken(issued.clientId(), issued.secret())
                                            .text("access_token"))
                    .substring("Bearer ".length());
        }

        /** Sends a document without variables. */
        public Answer post(String document) {
            return post(document, Map.of());
        }

        /** Sends a document with variables. */
        public Answer post(String document, Map<String, ?> variables) {
            return postBody(JSON.writeValueAsString(Map.of("query", document, "variables", variables)));
        }

        /** Sends a document that must be answered without a top-level error. */
        public Answer ask(String document, Map<String, ?> variables) {
            Answer answer = post(document, variables);
            assertThat(answer.at("errors").isMissingNode()).as(answer.body()).isTrue();
            return answer;
        }

        /** Sends a body as it is. */
        public Answer postBody(String body) {
            token();
            HttpRequest.Builder request = HttpRequest.newBuilder(TestApi.this.at("/graphql"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            headers.forEach(request::setHeader);
            return send(request);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        /** The HTTP status. */
        public int status() {
            return response.statusCode();
        }

        /** The body as text. */
        public String body() {
            return response.body();
        }

        /** A header, or an empty text. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** How many statements the request sent to accounts' tables. */
        public int statements() {
            return StatementCount.ofRequest(header("X-Request-Id"));
        }

        /** The value at a path of names and indexes, {@code data.accounts.edges.0.node}; missing if there is none. */
        public JsonNode at(String path) {
            return JSON.readTree(body()).at("/" + path.replace('.', '/'));
        }

        /** The value at a path as text. */
        public String text(String path) {
            return at(path).asString("");
        }

        /** The value at a path as a whole number. */
        public long number(String path) {
            return at(path).asLong();
        }

        /** The codes of the top-level errors. */
        public List<String> errorCodes() {
            return at("errors")
                    .valueStream()
                    .map(error -> error.at("/extensions/code").asString())
                    .toList();
        }

        /** The codes of the user errors of a mutation's payload. */
        public List<String> userErrorCodes(String mutation) {
            return at("data." + mutation + ".userErrors")
                    .valueStream()
                    .map(error -> error.at("/code").asString())
                    .toList();
        }
    }
}
