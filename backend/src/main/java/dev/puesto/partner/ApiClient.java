package dev.puesto.partner;

import dev.puesto.access.Scope;
import dev.puesto.id.ApiClientId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth client.
 *
 * @param clientId its public name
 * @param name for people
 * @param secretHash encoded; null where an external issuer keeps the secret
 * @param scopes the most that its tokens may open
 * @param revoked whether it was revoked, for good
 * @param tokensValidFrom tokens issued before are refused
 */
public record ApiClient(
        ApiClientId id,
        String clientId,
        String name,
        @Nullable String secretHash,
        Set<Scope> scopes,
        boolean revoked,
        Instant tokensValidFrom) {

    /** What a token's {@code generation} must be: a new secret begins a new one. */
    public long generation() {
        return tokensValidFrom.toEpochMilli();
    }
}
