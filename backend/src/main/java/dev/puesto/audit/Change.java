package dev.puesto.audit;

import dev.puesto.id.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * One change of state, as the audit trail keeps it.
 *
 * @param action what was done, in the past tense and capitals: {@code SEATS_ASSIGNED}
 * @param subjectType the GraphQL type of what was changed
 * @param subject its id
 * @param before what changed as it was, a record or map that becomes JSON; null for something new
 * @param after what changed as it is now; null for something that is gone
 */
public record Change(
        String action,
        String subjectType,
        EntityId subject,
        @Nullable Object before,
        @Nullable Object after) {}
