package dev.puesto.signin;

import dev.puesto.access.InstallationSecrets;
import dev.puesto.api.PublicAddress;
import dev.puesto.partner.ClientSecret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.stereotype.Component;

/** The console as a client of the embedded issuer: made by the installation itself, with a secret that nobody types. */
@Component
@EmbeddedIssuer
class ConsoleClient {
    static final String CLIENT_ID = "puesto-console";
    private static final String SECRET = "console-client";
    private static final int SECRET_BYTES = 32;

    private final InstallationSecrets secrets;
    private final PublicAddress address;
    private final Clock clock;
    private volatile @Nullable Both known;

    ConsoleClient(InstallationSecrets secrets, PublicAddress address, Clock clock) {
        this.secrets = secrets;
        this.address = address;
        this.clock = clock;
    }

    private record Both(RegisteredClient atIssuer, ClientRegistration atConsole) {}

    /** As the issuer knows it. */
    RegisteredClient atIssuer() {
        return both().atIssuer;
    }

    /** As the console knows it. */
    ClientRegistration atConsole() {
        return both().atConsole;
    }

    private Both both() {
        Both both = known;
        if (both == null) {
            String secret = secret();
            both = new Both(atIssuer(secret), atConsole(secret));
            known = both;
        }
        return both;
    }

    private String secret() {
        byte[] secret = secrets.validOrMade(
                        SECRET,
                        () -> HexFormat.of()
                                .formatHex(
                                        KeyGenerators.secureRandom(SECRET_BYTES).generateKey())
                                .getBytes(StandardCharsets.US_ASCII),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS))
                .getFirst()
                .value();
        return new String(secret, StandardCharsets.US_ASCII);
    }

    private RegisteredClient atIssuer(String secret) {
        return RegisteredClient.withId(CLIENT_ID)
                .clientId(CLIENT_ID)
                .clientSecret(ClientSecret.encoder().encode(secret))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(ConsoleSignIn.callback(address))
                .postLogoutRedirectUri(address.at(ConsoleSignIn.START))
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    private ClientRegistration atConsole(String secret) {
        return ClientRegistration.withRegistrationId(ConsoleSignIn.REGISTRATION)
                .clientId(CLIENT_ID)
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(ConsoleSignIn.callback(address))
                .scope(OidcScopes.OPENID)
                .issuerUri(address.base())
                .authorizationUri(address.at("/oauth2/authorize"))
                .tokenUri(address.at("/oauth2/token"))
                .jwkSetUri(address.at("/oauth2/jwks"))
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .providerConfigurationMetadata(Map.of("end_session_endpoint", address.at("/connect/logout")))
                .build();
    }
}
