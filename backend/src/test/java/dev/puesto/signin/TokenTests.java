package dev.puesto.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.access.Scope;
import dev.puesto.partner.ApiClients;
import java.net.http.HttpRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class TokenTests {
    private static final String WHO = "{ viewer { name scopes } }";

    @Autowired
    private TestApi api;

    @Autowired
    private ApiClients clients;

    @Test
    void clientReadsItsNameAndScopesWithItsToken() {
        TestApi.Client client = api.client(Scope.CATALOG_READ, Scope.SIGNIN_CHECK);
        TestApi.Answer answer = client.post(WHO);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("data.viewer.name")).isEqualTo(client.issued().clientId());
        assertThat(answer.at("data.viewer.scopes").toString()).isEqualTo("[\"CATALOG_READ\",\"SIGNIN_CHECK\"]");
    }

    @Test
    void tokenIsNarrowedToTheScopesThatWereAskedFor() {
        TestApi.Client client = api.client(Scope.CATALOG_READ, Scope.SIGNIN_CHECK);
        TestApi.Answer token =
                api.requestToken(client.issued().clientId(), client.issued().secret(), Scope.SIGNIN_CHECK);
        assertThat(token.text("scope")).isEqualTo("signin:check");
        assertThat(client.with("Authorization", "Bearer " + token.text("access_token"))
                        .post(WHO)
                        .at("data.viewer.scopes")
                        .toString())
                .isEqualTo("[\"SIGNIN_CHECK\"]");
    }

    @Test
    void refusesAScopeThatTheClientWasNotGiven() {
        TestApi.Client client = api.client(Scope.CATALOG_READ);
        TestApi.Answer token =
                api.requestToken(client.issued().clientId(), client.issued().secret(), Scope.BILLING_WRITE);
        assertThat(token.status()).isEqualTo(400);
        assertThat(token.text("error")).isEqualTo("invalid_scope");
    }

    @Test
    void refusesAWrongSecret() {
        TestApi.Answer token = api.requestToken(api.client().issued().clientId(), "wrong");
        assertThat(token.status()).isEqualTo(401);
        assertThat(token.text("error")).isEqualTo("invalid_client");
    }

    @Test
    void requestWithoutTokenIsToldWhereToGetOne() {
        TestApi.Answer answer = api.send(HttpRequest.newBuilder(api.at("/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "es-MX, en;q=0.5")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ viewer { name } }\"}")));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCodes()).containsExactly("UNAUTHENTICATED");
        assertThat(answer.text("errors.0.message")).startsWith("Hace falta un token");
        assertThat(answer.header("WWW-Authenticate"))
                .startsWith("Bearer ")
                .contains("resource_metadata=\"http://127.0.0.1:0/.well-known/oauth-protected-resource/graphql\"");
    }

    @Test
    void resourceMetadataNamesTheIssuerAndReflectsNoHost() {
        TestApi.Answer answer =
                api.send(HttpRequest.newBuilder(api.at("/.well-known/oauth-protected-resource/graphql")));
        assertThat(answer.text("resource")).isEqualTo("http://127.0.0.1:0/graphql");
        assertThat(answer.text("authorization_servers.0")).isEqualTo("http://127.0.0.1:0");
    }

    @Test
    void issuerMetadataIsNamedByThePublicAddress() {
        TestApi.Answer answer = api.send(HttpRequest.newBuilder(api.at("/.well-known/oauth-authorization-server")));
        assertThat(answer.text("issuer")).isEqualTo("http://127.0.0.1:0");
        assertThat(answer.text("token_endpoint")).isEqualTo("http://127.0.0.1:0/oauth2/token");
        assertThat(answer.body()).doesNotContain(String.valueOf(api.at("/").getPort()));
    }

    @Test
    void damagedTokenIsRefused() {
        TestApi.Client client = api.client();
        String token = client.token();
        String damaged = token.substring(0, token.length() - 4) + (token.endsWith("AAAA") ? "BBBB" : "AAAA");
        TestApi.Answer answer =
                client.with("Authorization", "Bearer " + damaged).post(WHO);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @Test
    void revokedClientIsRefusedByItsNextRequest() {
        TestApi.Client client = api.client();
        assertThat(client.post(WHO).status()).isEqualTo(200);
        clients.revoke(clients.find(client.issued().clientId()).orElseThrow(), Instant.now());
        TestApi.Answer answer = client.post(WHO);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("errors.0.message")).contains("revoked");
        assertThat(api.requestToken(client.issued().clientId(), client.issued().secret())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void newSecretEndsTheOldOneAndItsTokens() {
        TestApi.Client client = api.client();
        String old = client.token();
        ApiClients.Issued renewed =
                clients.rotateSecret(clients.find(client.issued().clientId()).orElseThrow(), Instant.now());
        assertThat(client.post(WHO).status()).isEqualTo(401);
        assertThat(api.requestToken(renewed.clientId(), client.issued().secret())
                        .status())
                .isEqualTo(401);
        String token = api.requestToken(renewed.clientId(), renewed.secret()).text("access_token");
        assertThat(token).isNotEqualTo(old);
        assertThat(client.with("Authorization", "Bearer " + token).post(WHO).status())
                .isEqualTo(200);
    }
}
