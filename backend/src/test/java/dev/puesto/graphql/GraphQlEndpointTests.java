package dev.puesto.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.access.Scope;
import graphql.introspection.IntrospectionQuery;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class GraphQlEndpointTests {
    private static final String GRAPHQL = "application/graphql-response+json";

    @Autowired
    private TestApi api;

    @Test
    void tellsWhatTheDocumentCostAndWhatIsLeft() {
        TestApi.Answer answer = api.client().post("{ viewer { name } }");
        assertThat(answer.number("extensions.cost.requested")).isEqualTo(1);
        assertThat(answer.number("extensions.cost.remaining")).isLessThan(answer.number("extensions.cost.limit"));
    }

    @Test
    void aPageOfTheCatalogWhichLiesInMemoryCostsAsManyPointsAsItsProducts() {
        TestApi.Answer answer = api.client()
                .post("{ products(first: 100) { nodes { name plans { name prices { tiers { firstSeat } } } } } }");
        assertThat(answer.number("extensions.cost.requested")).isEqualTo(100);
    }

    @Test
    void answersWithTheRequestsIdIfItIsWellFormed() {
        assertThat(api.client()
                        .with("X-Request-Id", "order-17.b")
                        .post("{ viewer { name } }")
                        .header("X-Request-Id"))
                .isEqualTo("order-17.b");
        assertThat(api.client()
                        .with("X-Request-Id", "<script>")
                        .post("{ viewer { name } }")
                        .header("X-Request-Id"))
                .matches("[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "null",
                "{\"query\": 1}",
                "{\"query\": \"{ viewer { name } }\", \"variables\": []}",
                "{\"query\": \"{ viewer { name } }\", \"operationName\": {}}",
                "{\"query\": \"{ viewer { name } }\"} {}"
            })
    void refusesABodyThatIsNoGraphQlRequest(String body) {
        TestApi.Answer answer = api.client().postBody(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCodes()).containsExactly("BAD_REQUEST");
        assertThat(answer.text("errors.0.message")).contains("JSON object");
    }

    @Test
    void refusesABodyWithoutDocument() {
        TestApi.Answer answer = api.client().inSpanish().postBody("{}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("errors.0.message")).contains("no lleva ningún documento GraphQL");
    }

    @Test
    void refusesTenMegabytesInWords() {
        TestApi.Answer answer = api.client().inSpanish().post("{ viewer { name } }" + " ".repeat(10_000_000));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.errorCodes()).containsExactly("BAD_REQUEST");
        assertThat(answer.text("errors.0.message")).startsWith("La petición ocupa más de");
    }

    @ParameterizedTest
    @CsvSource({"GET,405", "PUT,405", "DELETE,405"})
    void refusesOtherMethods(String method, int status) {
        TestApi.Client client = api.client();
        TestApi.Answer answer = api.send(HttpRequest.newBuilder(api.at("/graphql"))
                .header("Authorization", "Bearer " + client.token())
                .method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Allow")).isEqualTo("POST");
        assertThat(answer.errorCodes()).containsExactly("BAD_REQUEST");
    }

    @Test
    void refusesWhatIsNotJsonOrCannotBeAccepted() {
        assertThat(api.client()
                        .with("Content-Type", "text/plain")
                        .postBody("{}")
                        .status())
                .isEqualTo(415);
        assertThat(api.client()
                        .with("Content-Type", "application/json; charset=iso-8859-1")
                        .postBody("{}")
                        .status())
                .isEqualTo(415);
        assertThat(api.client()
                        .with("Accept", "text/html")
                        .post("{ viewer { name } }")
                        .status())
                .isEqualTo(406);
    }

    @Test
    void invalidDocumentIs400ForGraphQlClientsAnd200ForJsonClients() {
        TestApi.Client client = api.client();
        TestApi.Answer json = client.post("{ nonsense }");
        TestApi.Answer graphQl = client.with("Accept", GRAPHQL).post("{ nonsense }");
        assertThat(json.status()).isEqualTo(200);
        assertThat(json.header("Content-Type")).startsWith("application/json");
        assertThat(graphQl.status()).isEqualTo(400);
        assertThat(graphQl.header("Content-Type")).startsWith(GRAPHQL);
        assertThat(graphQl.at("errors")).isEqualTo(json.at("errors"));
        assertThat(graphQl.at("data").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ nonsense }|The field \"nonsense\" does not exist|El campo «nonsense» no existe",
                "{ viewer|cannot be read at line 1|No se puede leer el documento GraphQL en la línea 1",
                "{ viewer }|Say which fields|Indique qué campos",
                "{ node { id } }|A required argument is missing|Falta un argumento obligatorio",
                "{ nodes(ids: {}) { id } }|does not fit the type|no corresponde al tipo",
                "query($x: ID!) { viewer { name } }|declared but not used|que no se usa",
                "query($x: ID!) { node(id: $x) { id } }|The variable \"x\"|La variable «x»",
                "{ viewer { name @nope } }|directive that the document names|directiva que el documento nombra",
                "fragment A on Viewer { name }|fragment is defined but not used|fragmento que no se usa",
            })
    void engineErrorsAreInOurWordsInBothLanguages(String document, String english, String spanish) {
        TestApi.Client client = api.client();
        TestApi.Answer answer = client.post(document);
        assertThat(answer.errorCodes()).as(answer.body()).contains("BAD_REQUEST");
        assertThat(answer.text("errors.0.message")).contains(english);
        assertThat(client.inSpanish().post(document).text("errors.0.message")).contains(spanish);
    }

    @Test
    void unknownOperationNameIsRefused() {
        assertThat(api.client()
                        .postBody("{\"query\":\"query A { viewer { name } }\",\"operationName\":\"B\"}")
                        .text("errors.0.message"))
                .contains("no operation of that name");
    }

    @Test
    void choosesTheOperationByItsName() {
        TestApi.Answer answer = api.client()
                .postBody("{\"query\":\"query A { viewer { name } } query B { viewer { scopes } }\","
                        + "\"operationName\":\"B\"}");
        assertThat(answer.at("data.viewer.scopes").isArray()).isTrue();
    }

    @Test
    void refusesNulInVariablesAndDocument() {
        assertThat(api.client()
                        .post("query($id: ID!) { node(id: $id) { id } }", Map.of("id", "a\0b"))
                        .text("errors.0.message"))
                .contains("NUL");
        assertThat(api.client().post("{ node(id: \"a\\u0000b\") { id } }").text("errors.0.message"))
                .contains("NUL");
    }

    @Test
    void refusesDocumentsBeyondALimitBeforeTheyRun() {
        TestApi.Client client = api.client();
        assertTooComplex(client.post("{ " + "viewer { name } ".repeat(1_000) + "}"), "tokens");
        assertTooComplex(client.post(aliases(61)), "aliases");
        assertTooComplex(client.post("{ viewer { name " + "@skip(if: false) ".repeat(61) + "} }"), "directives");
        assertTooComplex(client.post("{ viewer { " + "name ".repeat(26) + "} }"), "\"name\" more than 25 times");
        assertTooComplex(client.post(nestedIntrospection(30)), "too large or too costly");
    }

    private static void assertTooComplex(TestApi.Answer answer, String words) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.errorCodes()).containsExactly("QUERY_TOO_COMPLEX");
        assertThat(answer.text("errors.0.message")).contains(words);
    }

    private static String aliases(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "query A" + i + " { a" + i + ": __typename }")
                .collect(Collectors.joining("\n"));
    }

    private static String nestedIntrospection(int depth) {
        return "{ __type(name: \"Query\") { " + "ofType { ".repeat(depth) + "name" + " }".repeat(depth) + " } }";
    }

    @Test
    void schemaCanBeReadWithATokenAlone() {
        assertThat(api.client(Scope.SIGNIN_CHECK)
                        .post("{ __schema { queryType { name } } }")
                        .text("data.__schema.queryType.name"))
                .isEqualTo("Query");
        assertThat(api.send(HttpRequest.newBuilder(api.at("/graphql"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"query\":\"{ __schema { queryType { name } } }\"}")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void toolsReadTheWholeSchema() {
        TestApi.Answer answer = api.client().ask(IntrospectionQuery.INTROSPECTION_QUERY, Map.of());
        assertThat(answer.at("data.__schema.types").size()).isGreaterThan(20);
    }

    @Test
    void wrongIdsAreAnsweredLikeObjectsThatDoNotExist() {
        TestApi.Answer answer = api.client()
                .ask(
                        "query($ids: [ID!]!) { nodes(ids: $ids) { id } node(id: \"zzz\") { id } }",
                        Map.of("ids", new String[] {"", "AAAA", "Az_-", "x".repeat(5_000)}));
        assertThat(answer.at("data.node").isNull()).isTrue();
        assertThat(answer.at("data.nodes").toString()).isEqualTo("[null,null,null,null]");
    }

    @Test
    void refusesMoreThanAHundredIds() {
        TestApi.Answer answer = api.client()
                .post(
                        "query($ids: [ID!]!) { nodes(ids: $ids) { id } }",
                        Map.of(
                                "ids",
                                IntStream.range(0, 101)
                                        .mapToObj(Integer::toString)
                                        .toList()));
        assertThat(answer.errorCodes()).containsExactly("BAD_REQUEST");
        assertThat(answer.at("data").isNull()).isTrue();
    }

    @Test
    void documentThatNeedsAMissingScopeIsRefusedAsAWhole() {
        TestApi.Answer answer =
                api.client(Scope.SIGNIN_CHECK).post("{ viewer { name } product(code: \"x\") { name } }");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.errorCodes()).containsExactly("FORBIDDEN");
        assertThat(answer.text("errors.0.message")).contains("catalog:read");
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"catalog:read\"");
    }
}
