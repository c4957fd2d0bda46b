package dev.puesto.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.puesto.access.InstallationSecrets;
import dev.puesto.access.InstallationSecrets.Secret;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * The embedded issuer's keys: kept in the database, read again now and then so that every instance knows those of the
 * others, two valid at a time. A key begins to sign only after every instance had time to read it.
 */
@Component
@EmbeddedIssuer
class SigningKeys implements JWKSource<SecurityContext> {
    private static final String NAME = "token-signing";
    private static final int RSA_BITS = 2048;
    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final Duration NOTICE = Duration.ofMinutes(10);

    private final InstallationSecrets secrets;
    private final Duration lifetime;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known known = new Known(List.of(), Instant.MIN);

    SigningKeys(InstallationSecrets secrets, SignInSettings settings, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
        this.lifetime = settings.signingKeyLifetime();
    }

    private record Key(RSAKey pair, Instant signsFrom) {}

    private record Known(List<Key> keys, Instant readAt) {}

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        List<JWK> keys = keys().stream().map(key -> (JWK) key.pair).toList();
        return selector.select(new JWKSet(keys));
    }

    /** The key that signs at this instant. */
    RSAKey signing() {
        Instant now = clock.instant();
        return keys().stream()
                .filter(key -> !key.signsFrom.isAfter(now))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No signing key is in use yet"))
                .pair;
    }

    private List<Key> keys() {
        Instant now = clock.instant();
        if (known.readAt.isBefore(now.minus(READ_AGAIN_AFTER)) && (known.keys.isEmpty() || reading.tryLock())) {
            readLocked(now);
        }
        return known.keys;
    }

    private void readLocked(Instant now) {
        reading.lock();
        try {
            known = new Known(read(now.truncatedTo(ChronoUnit.SECONDS)), now);
        } finally {
            while (reading.isHeldByCurrentThread()) {
                reading.unlock();
            }
        }
    }

    private List<Key> read(Instant now) {
        List<Secret> valid = secrets.validOrMade(NAME, SigningKeys::make, now);
        if (valid.getFirst().signsFrom().isBefore(now.minus(lifetime))) {
            secrets.add(NAME, make(), now.plus(NOTICE), now);
            secrets.retireAllButTwo(NAME, now);
            valid = secrets.valid(NAME);
        }
        return valid.stream().map(SigningKeys::key).toList();
    }

    private static Key key(Secret secret) {
        try {
            RSAKey pair = RSAKey.parse(new String(secret.value(), StandardCharsets.UTF_8));
            return new Key(new RSAKey.Builder(pair).keyID(secret.id()).build(), secret.signsFrom());
        } catch (ParseException e) {
            throw new IllegalStateException("A signing key in the database cannot be read", e);
        }
    }

    private static byte[] make() {
        try {
            RSAKey pair = new RSAKeyGenerator(RSA_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            return pair.toJSONString().getBytes(StandardCharsets.UTF_8);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
