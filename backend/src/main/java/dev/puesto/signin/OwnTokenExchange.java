package dev.puesto.signin;

import dev.puesto.partner.ClientSecret;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Exchanges a code for tokens at the embedded issuer, which is in this very process: by the issuer's own checks of the
 * client, the code and its proof key, without a request to the public address, which may not be reachable from here.
 */
final class OwnTokenExchange implements OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {
    private final ClientSecretAuthenticationProvider clients;
    private final OAuth2AuthorizationCodeAuthenticationProvider codes;
    private final AuthorizationServerContext issuer;

    OwnTokenExchange(
            RegisteredClientRepository clients,
            OAuth2AuthorizationService signIns,
            OAuth2TokenGenerator<? extends OAuth2Token> tokens,
            AuthorizationServerSettings settings) {
        this.clients = new ClientSecretAuthenticationProvider(clients, signIns);
        this.clients.setPasswordEncoder(ClientSecret.encoder());
        this.codes = new OAuth2AuthorizationCodeAuthenticationProvider(signIns, tokens);
        this.issuer = new Issuer(settings);
    }

    private record Issuer(AuthorizationServerSettings settings) implements AuthorizationServerContext {
        @Override
        public String getIssuer() {
            return Objects.requireNonNull(settings.getIssuer());
        }

        @Override
        public AuthorizationServerSettings getAuthorizationServerSettings() {
            return settings;
        }
    }

    @Override
    public OAuth2AccessTokenResponse getTokenResponse(OAuth2AuthorizationCodeGrantRequest request) {
        AuthorizationServerContextHolder.setContext(issuer);
        try {
            return exchange(request);
        } finally {
            AuthorizationServerContextHolder.resetContext();
        }
    }

    private OAuth2AccessTokenResponse exchange(OAuth2AuthorizationCodeGrantRequest request) {
        OAuth2AuthorizationExchange exchange = request.getAuthorizationExchange();
        String code = exchange.getAuthorizationResponse().getCode();
        var answer = (OAuth2AccessTokenAuthenticationToken)
                codes.authenticate(new OAuth2AuthorizationCodeAuthenticationToken(
                        code,
                        client(request, code),
                        exchange.getAuthorizationRequest().getRedirectUri(),
                        null));
        OAuth2AccessToken token = answer.getAccessToken();
        return OAuth2AccessTokenResponse.withToken(token.getTokenValue())
                .tokenType(token.getTokenType())
                .scopes(token.getScopes())
                .expiresIn(Duration.between(token.getIssuedAt(), token.getExpiresAt())
                        .toSeconds())
                .additionalParameters(answer.getAdditionalParameters())
                .build();
    }

    private Authentication client(OAuth2AuthorizationCodeGrantRequest request, String code) {
        String verifier = request.getAuthorizationExchange()
                .getAuthorizationRequest()
                .getAttribute(PkceParameterNames.CODE_VERIFIER);
        return clients.authenticate(new OAuth2ClientAuthenticationToken(
                request.getClientRegistration().getClientId(),
                ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                request.getClientRegistration().getClientSecret(),
                Map.of(
                        OAuth2ParameterNames.GRANT_TYPE,
                        AuthorizationGrantType.AUTHORIZATION_CODE.getValue(),
                        OAuth2ParameterNames.CODE,
                        code,
                        PkceParameterNames.CODE_VERIFIER,
                        verifier == null ? "" : verifier)));
    }
}
