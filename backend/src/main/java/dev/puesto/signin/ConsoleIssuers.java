package dev.puesto.signin;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.puesto.api.PublicAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Who tells the console who signs in: the embedded issuer, or one of the vendor's own. */
@Configuration(proxyBeanMethods = false)
class ConsoleIssuers {

    @Configuration(proxyBeanMethods = false)
    @EmbeddedIssuer
    static class Embedded {

        @Bean
        ClientRegistrationRepository ownIssuer(ConsoleClient console) {
            return new SupplierClientRegistrationRepository(
                    () -> new InMemoryClientRegistrationRepository(console.atConsole()));
        }

        @Bean
        OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> ownTokenExchange(
                IssuerClients clients,
                KeptSignIns signIns,
                OAuth2TokenGenerator<? extends OAuth2Token> tokens,
                AuthorizationServerSettings settings) {
            return new OwnTokenExchange(clients, signIns, tokens, settings);
        }

        @Bean
        OAuth2UserService<OidcUserRequest, OidcUser> personOfOwnIssuer(People people) {
            return new SignedInPerson(people, true);
        }

        @Bean
        JwtDecoderFactory<ClientRegistration> ownIdTokens(SigningKeys keys) {
            return client -> {
                DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
                processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
                processor.setJWTClaimsSetVerifier((claims, context) -> {});
                NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
                decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
                decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                        new JwtTimestampValidator(), new OidcIdTokenValidator(client)));
                return decoder;
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ExternalIssuer
    static class External {

        /** The issuer is asked for its addresses at the first sign-in, so that a start does not wait for it. */
        @Bean
        ClientRegistrationRepository externalIssuer(
                @Value("${" + ExternalIssuer.ISSUER_URI + "}") String issuer,
                SignInSettings settings,
                PublicAddress address) {
            SignInSettings.Console console = settings.console();
            if (console.clientId() == null) {
                return registration -> null;
            }
            return new SupplierClientRegistrationRepository(
                    () -> new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(issuer)
                            .registrationId(ConsoleSignIn.REGISTRATION)
                            .clientId(console.clientId())
                            .clientSecret(console.clientSecret())
                            .redirectUri(ConsoleSignIn.callback(address))
                            .scope(console.scopes())
                            .build()));
        }

        @Bean
        OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> externalTokenExchange() {
            return new RestClientAuthorizationCodeTokenResponseClient();
        }

        @Bean
        OAuth2UserService<OidcUserRequest, OidcUser> personOfExternalIssuer(People people) {
            return new SignedInPerson(people, false);
        }
    }
}
