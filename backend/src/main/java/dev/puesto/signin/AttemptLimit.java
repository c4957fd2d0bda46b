package dev.puesto.signin;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Lets passwords be tried slowly only: for one e-mail address from one network address, for one network address, and for
 * one e-mail address from anywhere. A sign-in that succeeds counts for none of them.
 */
final class AttemptLimit implements AuthenticationProvider {
    private static final int KEPT_MAX = 100_000;
    private static final int EMAIL_LENGTH_MAX = 254;

    private final AuthenticationProvider passwords;
    private final LoadingCache<String, Bucket> together = buckets(8, Duration.ofMinutes(15));
    private final LoadingCache<String, Bucket> addresses = buckets(60, Duration.ofMinutes(15));
    private final LoadingCache<String, Bucket> emails = buckets(100, Duration.ofHours(1));

    AttemptLimit(AuthenticationProvider passwords) {
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String email = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String key = email.substring(0, Math.min(email.length(), EMAIL_LENGTH_MAX));
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        Bucket both = together.get(address + " " + key);
        for (Bucket bucket : List.of(both, addresses.get(address), emails.get(key))) {
            if (!bucket.tryConsume(1)) {
                throw new LockedException("Too many attempts");
            }
        }
        Authentication person = passwords.authenticate(attempt);
        both.reset();
        addresses.get(address).addTokens(1);
        emails.get(key).addTokens(1);
        return person;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static LoadingCache<String, Bucket> buckets(int attempts, Duration period) {
        return Caffeine.newBuilder()
                .maximumSize(KEPT_MAX)
                .expireAfterAccess(period)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, period))
                        .build());
    }
}
