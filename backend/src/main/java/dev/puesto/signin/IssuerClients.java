package dev.puesto.signin;

import dev.puesto.access.Scope;
import dev.puesto.partner.ApiClient;
import dev.puesto.partner.ApiClients;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * Shows the clients to the embedded issuer: the console, and API clients as they are in the database at that moment. By
 * id it knows the console alone, since nothing of the others' tokens is kept that would name them so.
 */
@Component
@EmbeddedIssuer
class IssuerClients implements RegisteredClientRepository {
    private final ApiClients clients;
    private final ConsoleClient console;
    private final TokenSettings tokens;

    IssuerClients(ApiClients clients, ConsoleClient console, SignInSettings settings) {
        this.clients = clients;
        this.console = console;
        this.tokens = TokenSettings.builder()
                .accessTokenTimeToLive(settings.tokenLifetime())
                .build();
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clientId.equals(ConsoleClient.CLIENT_ID) ? console.atIssuer() : apiClient(clientId);
    }

    private @Nullable RegisteredClient apiClient(String clientId) {
        return clients.find(clientId)
                .filter(client -> !client.revoked() && client.secretHash() != null)
                .map(this::registered)
                .orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return id.equals(ConsoleClient.CLIENT_ID) ? console.atIssuer() : null;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("API clients are made by the product, not by the issuer");
    }

    private RegisteredClient registered(ApiClient client) {
        return RegisteredClient.withId(client.id().value().toString())
                .clientId(client.clientId())
                .clientSecret(client.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(Scope.wireNames(client.scopes())))
                .tokenSettings(tokens)
                .build();
    }
}
