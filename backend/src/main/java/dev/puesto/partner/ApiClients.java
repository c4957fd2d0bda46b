package dev.puesto.partner;

import static dev.puesto.jooq.Tables.API_CLIENT;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.puesto.access.Scope;
import dev.puesto.id.ApiClientId;
import dev.puesto.jooq.JobDb;
import dev.puesto.jooq.SharedDb;
import dev.puesto.jooq.tables.records.ApiClientRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The API clients. What {@link #current} answers is at most a second old: so fast does every instance refuse a client
 * that was revoked or got a new secret elsewhere; the instance that did it refuses at once.
 */
@Component
public class ApiClients {
    private static final Duration AGE_MAX = Duration.ofSeconds(1);
    private static final int KEPT_MAX = 10_000;

    private final SharedDb db;
    private final JobDb jobs;
    private final PasswordEncoder secretEncoder = ClientSecret.encoder();
    private final Cache<String, Optional<ApiClient>> recent = Caffeine.newBuilder()
            .expireAfterWrite(AGE_MAX)
            .maximumSize(KEPT_MAX)
            .build();

    ApiClients(SharedDb db, JobDb jobs) {
        this.db = db;
        this.jobs = jobs;
    }

    /**
     * A client just made or given a new secret.
     *
     * @param secret in the clear: shown once, kept nowhere
     */
    public record Issued(ApiClientId id, String clientId, String secret) {}

    /** The client of that name as it was at most a second ago. */
    public Optional<ApiClient> current(String clientId) {
        return recent.get(clientId, this::find);
    }

    /** The client of that name. */
    public Optional<ApiClient> find(String clientId) {
        return db.sql()
                .selectFrom(API_CLIENT)
                .where(API_CLIENT.CLIENT_ID.eq(clientId))
                .fetchOptional(ApiClients::client);
    }

    /** Makes a client of that name with a new secret. */
    public Issued register(String clientId, String name, Set<Scope> scopes, Instant now) {
        String secret = ClientSecret.random();
        ApiClientId id = jobs.sql()
                .insertInto(API_CLIENT)
                .set(API_CLIENT.CLIENT_ID, clientId)
                .set(API_CLIENT.NAME, name)
                .set(API_CLIENT.SECRET_HASH, secretEncoder.encode(secret))
                .set(API_CLIENT.SCOPES, Scope.wireNames(scopes).toArray(String[]::new))
                .set(API_CLIENT.STATUS, "ACTIVE")
                .set(API_CLIENT.TOKENS_VALID_FROM, now.truncatedTo(ChronoUnit.MILLIS))
                .set(API_CLIENT.CREATED_AT, now)
                .returningResult(API_CLIENT.ID)
                .fetchSingle()
                .value1();
        recent.invalidate(clientId);
        return new Issued(id, clientId, secret);
    }

    /** Gives the client a new secret; the old one and all tokens got with it are refused from now on. */
    public Issued rotateSecret(ApiClient client, Instant now) {
        String secret = ClientSecret.random();
        Instant validFrom = now.truncatedTo(ChronoUnit.MILLIS);
        jobs.sql()
                .update(API_CLIENT)
                .set(API_CLIENT.SECRET_HASH, secretEncoder.encode(secret))
                .set(API_CLIENT.TOKENS_VALID_FROM, validFrom)
                .where(API_CLIENT.ID.eq(client.id()))
                .and(API_CLIENT.TOKENS_VALID_FROM.lt(validFrom))
                .execute();
        recent.invalidate(client.clientId());
        return new Issued(client.id(), client.clientId(), secret);
    }

    /** Revokes the client for good: no new token, and those it has are refused. */
    public void revoke(ApiClient client, Instant now) {
        jobs.sql()
                .update(API_CLIENT)
                .set(API_CLIENT.STATUS, "REVOKED")
                .set(API_CLIENT.REVOKED_AT, now)
                .where(API_CLIENT.ID.eq(client.id()))
                .and(API_CLIENT.STATUS.eq("ACTIVE"))
                .execute();
        recent.invalidate(client.clientId());
    }

    private static ApiClient client(ApiClientRecord row) {
        return new ApiClient(
                row.getId(),
                row.getClientId(),
                row.getName(),
                row.getSecretHash(),
                Scope.ofWireNames(List.of(row.getScopes())),
                row.getRevokedAt() != null,
                row.getTokensValidFrom());
    }
}
