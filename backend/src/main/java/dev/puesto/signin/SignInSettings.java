package dev.puesto.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the embedded issuer and of the checking of tokens.
 *
 * @param tokenLifetime how long an access token of the embedded issuer is valid
 * @param signingKeyLifetime after how long the embedded issuer begins to sign with a new key; the one before stays valid
 * @param verifiedTokens how many tokens are remembered as verified
 */
@ConfigurationProperties("puesto.signin")
record SignInSettings(
        @DefaultValue("1h") Duration tokenLifetime,
        @DefaultValue("90d") Duration signingKeyLifetime,
        @DefaultValue("50000") int verifiedTokens) {}
