package dev.puesto.signin;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the embedded issuer, of the checking of tokens and of the console's sessions.
 *
 * @param tokenLifetime how long an access token of the embedded issuer is valid
 * @param signingKeyLifetime after how long the embedded issuer begins to sign with a new key; the one before stays valid
 * @param verifiedTokens how many tokens are remembered as verified
 * @param sessionIdle after how long without a request a person's session ends
 * @param sessionLifetime after how long a person's session ends in any case
 * @param console the console's client at an issuer of your own
 */
@ConfigurationProperties("puesto.signin")
record SignInSettings(
        @DefaultValue("1h") Duration tokenLifetime,
        @DefaultValue("90d") Duration signingKeyLifetime,
        @DefaultValue("50000") int verifiedTokens,
        @DefaultValue("8h") Duration sessionIdle,
        @DefaultValue("7d") Duration sessionLifetime,
        @DefaultValue Console console) {

    /**
     * The console's client at an issuer of your own.
     *
     * @param clientId its name there; without one nobody signs in to the console. The embedded issuer needs none
     * @param clientSecret its secret there
     * @param scopes what is asked for; the answer must say the person's verified e-mail address
     */
    record Console(
            @Nullable String clientId,
            @Nullable String clientSecret,
            @DefaultValue({"openid", "email"}) Set<String> scopes) {

        @Override
        public String toString() {
            return "Console " + clientId;
        }
    }
}
