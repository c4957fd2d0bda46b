package dev.puesto.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.ApartServer;
import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The embedded issuer changes its signing key while tokens are about, through HTTP. */
@PuestoTest
@ContextConfiguration(initializers = ApartServer.class)
class KeyRotationTests {
    private static final Duration KEY_LIFETIME = Duration.ofDays(91);
    private static final Duration NOTICE = Duration.ofMinutes(11);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    TestApi api;

    @Test
    void tokenOfTheKeyBeforeIsTakenAndOneOfAKeyThatIsRotatedOutIsRefused() {
        TestApi.Client client = api.client();
        String first = token(client);
        String unused = token(client);
        assertThat(status(client, first)).isEqualTo(200);

        rotate();
        String second = token(client);
        assertThat(keyOf(second)).isNotEqualTo(keyOf(first));
        assertThat(published()).contains(keyOf(first), keyOf(second));
        assertThat(status(client, token(client))).isEqualTo(200);
        assertThat(status(client, unused)).isEqualTo(200);

        rotate();
        String third = token(client);
        assertThat(published()).contains(keyOf(second), keyOf(third)).doesNotContain(keyOf(first));
        assertThat(status(client, third)).isEqualTo(200);
        assertThat(status(client, second)).isEqualTo(200);
        assertThat(status(client, first)).isEqualTo(401);
        assertThat(status(client, unused)).isEqualTo(401);
    }

    /** Lets a key's lifetime pass, the issuer notice it, and the new key begin to sign. */
    private void rotate() {
        ApartServer.pass(KEY_LIFETIME);
        published();
        ApartServer.pass(NOTICE);
    }

    private String token(TestApi.Client client) {
        return api.requestToken(client.issued().clientId(), client.issued().secret())
                .text("access_token");
    }

    private static int status(TestApi.Client client, String token) {
        return client.with("Authorization", "Bearer " + token)
                .post("{ viewer { name } }")
                .status();
    }

    private static String keyOf(String token) {
        byte[] header = Base64.getUrlDecoder().decode(token.split("\\.")[0]);
        return JSON.readTree(new String(header, StandardCharsets.UTF_8))
                .get("kid")
                .asString();
    }

    private List<String> published() {
        return api.send(HttpRequest.newBuilder(api.at("/oauth2/jwks")))
                .at("keys")
                .valueStream()
                .map((JsonNode key) -> key.get("kid").asString())
                .toList();
    }
}
