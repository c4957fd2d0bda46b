package dev.puesto.signin;

import dev.puesto.access.Scope;
import dev.puesto.api.PublicAddress;
import dev.puesto.partner.ApiClients;
import dev.puesto.partner.ClientSecret;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadata;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;

/**
 * The embedded authorization server: client credentials at {@code /oauth2/token}, its keys and its metadata (RFC 8414).
 * Access tokens follow RFC 9068; its name is the public address, whatever host a request names.
 */
@Configuration(proxyBeanMethods = false)
@EmbeddedIssuer
class IssuerSecurity {
    static final String GENERATION = "generation";

    @Bean
    AuthorizationServerSettings authorizationServerSettings(PublicAddress address) {
        return AuthorizationServerSettings.builder().issuer(address.base()).build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain issuerEndpoints(HttpSecurity http) throws Exception {
        http.securityMatcher("/oauth2/token", "/oauth2/jwks", "/.well-known/oauth-authorization-server")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new IssuerOutage(), WebAsyncManagerIntegrationFilter.class);
        http.oauth2AuthorizationServer(issuer -> issuer.authorizationService(new IssuedTokens())
                .clientAuthentication(clients -> clients.authenticationProviders(IssuerSecurity::checkSecretsOurWay))
                .tokenEndpoint(token -> token.accessTokenRequestConverters(IssuerSecurity::defaultToAllScopes))
                .authorizationServerMetadataEndpoint(
                        metadata -> metadata.authorizationServerMetadataCustomizer(IssuerSecurity::tellScopes)));
        return http.build();
    }

    /** Makes the token one of RFC 9068 for the GraphQL endpoint, signed by today's key. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> accessTokens(
            SigningKeys keys, ApiClients clients, PublicAddress address) {
        return context -> {
            String clientId = context.getRegisteredClient().getClientId();
            context.getJwsHeader()
                    .type("at+jwt")
                    .algorithm(SignatureAlgorithm.RS256)
                    .keyId(keys.signing().getKeyID());
            context.getClaims()
                    .audience(List.of(address.graphQl()))
                    .claim("client_id", clientId)
                    .claim("scope", String.join(" ", context.getAuthorizedScopes()))
                    .claim(GENERATION, clients.find(clientId).orElseThrow().generation());
        };
    }

    private static void checkSecretsOurWay(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof ClientSecretAuthenticationProvider secrets) {
                secrets.setPasswordEncoder(ClientSecret.encoder());
            }
        }
    }

    private static void defaultToAllScopes(List<AuthenticationConverter> converters) {
        converters.addFirst(new ScopesByDefault());
    }

    private static void tellScopes(OAuth2AuthorizationServerMetadata.Builder metadata) {
        metadata.scopes(
                scopes -> Arrays.stream(Scope.values()).map(Scope::wireName).forEach(scopes::add));
        metadata.grantTypes(grants -> {
            grants.clear();
            grants.add("client_credentials");
        });
        metadata.claims(claims -> claims.keySet().removeAll(absent(claims)));
    }

    private static List<String> absent(Map<String, Object> claims) {
        return claims.keySet().stream()
                .filter(name -> name.startsWith("revocation_") || name.startsWith("introspection_"))
                .toList();
    }
}
