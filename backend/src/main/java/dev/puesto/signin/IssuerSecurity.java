package dev.puesto.signin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.puesto.access.Scope;
import dev.puesto.api.PagePolicy;
import dev.puesto.api.PublicAddress;
import dev.puesto.partner.ApiClients;
import dev.puesto.partner.ClientSecret;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadata;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * The embedded authorization server: client credentials at {@code /oauth2/token}, the console's sign-in by authorization
 * code with a page of our own, its keys and its metadata. Access tokens follow RFC 9068; its name is the public address,
 * whatever host a request names.
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
    SecurityFilterChain issuerEndpoints(
            HttpSecurity http, KeptSignIns signIns, IssuerSignInPage page, People people, PublicAddress address)
            throws Exception {
        http.securityMatcher(
                        "/oauth2/**",
                        "/connect/logout",
                        "/.well-known/oauth-authorization-server",
                        "/.well-known/openid-configuration")
                .authorizeHttpRequests(requests -> requests.requestMatchers(IssuerSignInPage.PATH)
                        .permitAll()
                        .requestMatchers("/oauth2/token", "/oauth2/authorize")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .securityContext(context -> context.securityContextRepository(sessions()))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens(address)))
                .headers(PagePolicy::strict)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new IssuerOutage(), WebAsyncManagerIntegrationFilter.class);
        page.askFor(http, new AttemptLimit(passwords(people)));
        http.setSharedObject(SessionRegistry.class, new NoSessionRegistry());
        http.oauth2AuthorizationServer(issuer -> issuer.authorizationService(signIns)
                .clientAuthentication(clients -> clients.authenticationProviders(IssuerSecurity::checkSecretsOurWay))
                .tokenEndpoint(token -> token.accessTokenRequestConverters(IssuerSecurity::defaultToAllScopes))
                .authorizationServerMetadataEndpoint(
                        metadata -> metadata.authorizationServerMetadataCustomizer(IssuerSecurity::tellScopes))
                .oidc(oidc -> oidc.providerConfigurationEndpoint(
                        provider -> provider.providerConfigurationCustomizer(IssuerSecurity::tellWhatIsThere))));
        return http.build();
    }

    /** What the issuer knows of a browser lies apart from what the console knows, in the same session. */
    private static SecurityContextRepository sessions() {
        HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
        contexts.setSpringSecurityContextKey("ISSUER_SECURITY_CONTEXT");
        return contexts;
    }

    private static CsrfTokenRepository formTokens(PublicAddress address) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(SignInCookies.name(address, "puesto-form"));
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(address.isSecure()).sameSite("Strict"));
        return tokens;
    }

    private static AuthenticationProvider passwords(People people) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(new Passwords(people));
        passwords.setPasswordEncoder(Passwords.encoder());
        return passwords;
    }

    @Bean
    OAuth2TokenGenerator<Jwt> tokens(SigningKeys keys, OAuth2TokenCustomizer<JwtEncodingContext> customizer) {
        JwtGenerator tokens = new JwtGenerator(new NimbusJwtEncoder(keys));
        tokens.setJwtCustomizer(customizer);
        return tokens;
    }

    /** Makes the access token one of RFC 9068 for the GraphQL endpoint; every token is signed by today's key. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> tokenContents(
            SigningKeys keys, ApiClients clients, PublicAddress address) {
        return context -> {
            context.getJwsHeader()
                    .algorithm(SignatureAlgorithm.RS256)
                    .keyId(keys.signing().getKeyID());
            String clientId = context.getRegisteredClient().getClientId();
            if (!clientId.equals(ConsoleClient.CLIENT_ID)) {
                context.getJwsHeader().type("at+jwt");
                context.getClaims()
                        .audience(List.of(address.graphQl()))
                        .claim("client_id", clientId)
                        .claim("scope", String.join(" ", context.getAuthorizedScopes()))
                        .claim(GENERATION, clients.find(clientId).orElseThrow().generation());
            }
        };
    }

    @Bean
    RecurringTask<Void> purgeSignIns(KeptSignIns signIns, SignInSettings settings, Clock clock) {
        return Tasks.recurring("purge-sign-ins", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> signIns.purge(clock.instant().minus(settings.sessionLifetime())));
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
            grants.add("authorization_code");
        });
        metadata.claims(claims -> claims.keySet().removeAll(absent(claims)));
    }

    private static List<String> absent(Map<String, Object> claims) {
        return claims.keySet().stream()
                .filter(name -> name.startsWith("revocation_")
                        || name.startsWith("introspection_")
                        || name.startsWith("userinfo_"))
                .toList();
    }

    private static void tellWhatIsThere(OidcProviderConfiguration.Builder metadata) {
        metadata.claims(claims -> claims.keySet().removeAll(absent(claims)));
    }
}
