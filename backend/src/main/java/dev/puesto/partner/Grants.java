package dev.puesto.partner;

import static dev.puesto.jooq.Tables.ACCOUNT_GRANT;
import static org.jooq.impl.DSL.excluded;

import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.id.ApiClientId;
import dev.puesto.jooq.AccountTransaction;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which API client may do what in an account. Requests join these rows, so that a withdrawn grant ends at once. */
@Component
public class Grants {

    Grants() {}

    /** Lets the client use those scopes in the transaction's account, whatever it was granted there before. */
    public void grant(AccountTransaction transaction, ApiClientId client, Set<Scope> scopes, Viewer by, Instant now) {
        String[] names = Scope.wireNames(scopes).toArray(String[]::new);
        transaction
                .sql()
                .insertInto(ACCOUNT_GRANT)
                .set(ACCOUNT_GRANT.ACCOUNT_ID, transaction.account())
                .set(ACCOUNT_GRANT.API_CLIENT_ID, client)
                .set(ACCOUNT_GRANT.SCOPES, names)
                .set(ACCOUNT_GRANT.GRANTED_BY, by.actor())
                .set(ACCOUNT_GRANT.GRANTED_AT, now)
                .onConflict(ACCOUNT_GRANT.ACCOUNT_ID, ACCOUNT_GRANT.API_CLIENT_ID)
                .doUpdate()
                .set(ACCOUNT_GRANT.SCOPES, excluded(ACCOUNT_GRANT.SCOPES))
                .set(ACCOUNT_GRANT.GRANTED_BY, excluded(ACCOUNT_GRANT.GRANTED_BY))
                .set(ACCOUNT_GRANT.GRANTED_AT, excluded(ACCOUNT_GRANT.GRANTED_AT))
                .set(ACCOUNT_GRANT.REVOKED_AT, excluded(ACCOUNT_GRANT.REVOKED_AT))
                .execute();
    }

    /** Takes the transaction's account away from the client. */
    public void withdraw(AccountTransaction transaction, ApiClientId client, Instant now) {
        transaction
                .sql()
                .update(ACCOUNT_GRANT)
                .set(ACCOUNT_GRANT.REVOKED_AT, now)
                .where(ACCOUNT_GRANT.ACCOUNT_ID.eq(transaction.account()))
                .and(ACCOUNT_GRANT.API_CLIENT_ID.eq(client))
                .and(ACCOUNT_GRANT.REVOKED_AT.isNull())
                .execute();
    }
}
