package dev.puesto.account;

import dev.puesto.id.AccountId;
import dev.puesto.id.AuditId;
import dev.puesto.id.GlobalId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of an account's audit trail.
 *
 * @param actor {@code person:<id>}, {@code api-client:<id>} or {@code system}
 * @param action what was done, as {@code SEATS_ASSIGNED}
 * @param subjectType the GraphQL type of what was changed
 * @param before what changed as it was, as JSON text
 * @param after what changed as it became, as JSON text
 */
record AuditEntry(
        AccountId accountId,
        AuditId auditId,
        Instant at,
        String actor,
        String action,
        String subjectType,
        UUID subject,
        @Nullable String before,
        @Nullable String after,
        @Nullable String requestId) {

    /** Names the entry. */
    public GlobalId id() {
        return GlobalId.of("AuditEntry", accountId, auditId);
    }

    /** The id in the API of what was changed. */
    public GlobalId subjectId() {
        return new GlobalId(subjectType, accountId, subject);
    }
}
