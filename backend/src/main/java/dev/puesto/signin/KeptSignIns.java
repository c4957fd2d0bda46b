package dev.puesto.signin;

import static dev.puesto.jooq.Tables.OAUTH2_AUTHORIZATION;

import dev.puesto.jooq.SharedDb;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * What the embedded issuer keeps: the sign-ins of people, from the code to the ID token that ends the session. Of client
 * credentials it keeps nothing: their tokens say all by themselves, and end with their client.
 */
@Component
@DependsOnDatabaseInitialization
@EmbeddedIssuer
class KeptSignIns implements OAuth2AuthorizationService {
    private final OAuth2AuthorizationService kept;
    private final SharedDb db;

    KeptSignIns(DataSource dataSource, RegisteredClientRepository clients, SharedDb db) {
        this.kept = new JdbcOAuth2AuthorizationService(new JdbcTemplate(dataSource), clients);
        this.db = db;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            kept.save(authorization);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        kept.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return kept.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return kept.findByToken(token, type);
    }

    /** Deletes what began before that instant. */
    void purge(Instant before) {
        db.sql()
                .deleteFrom(OAUTH2_AUTHORIZATION)
                .where(OAUTH2_AUTHORIZATION.AUTHORIZATION_CODE_ISSUED_AT.lt(before))
                .execute();
    }
}
