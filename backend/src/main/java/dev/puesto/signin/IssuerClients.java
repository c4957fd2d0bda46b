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

/** Shows the API clients to the embedded issuer, as they are in the database at that moment. */
@Component
@EmbeddedIssuer
class IssuerClients implements RegisteredClientRepository {
    private final ApiClients clients;
    private final TokenSettings tokens;

    IssuerClients(ApiClients clients, SignInSettings settings) {
        this.clients = clients;
        this.tokens = TokenSettings.builder()
                .accessTokenTimeToLive(settings.tokenLifetime())
                .build();
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.find(clientId)
                .filter(client -> !client.revoked() && client.secretHash() != null)
                .map(this::registered)
                .orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        throw new UnsupportedOperationException("No token is stored that would name its client by an id");
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
