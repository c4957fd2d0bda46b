package dev.puesto.seat;

import dev.puesto.account.User;
import dev.puesto.id.AccountId;
import dev.puesto.id.AssignmentId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.SubscriptionId;
import java.time.Instant;

/**
 * One user sitting in one seat of one subscription.
 *
 * @param assignedBy who seated the user: {@code person:<id>}, {@code api-client:<id>} or {@code system}
 * @param releasing whether a pending order will release it: still seated, not transferable
 */
public record Assignment(
        AccountId accountId,
        AssignmentId assignmentId,
        SubscriptionId subscriptionId,
        User user,
        Instant assignedAt,
        String assignedBy,
        boolean releasing) {

    /** The name of the GraphQL type in global ids. */
    public static final String TYPE = "Assignment";

    /** Its id in the API. */
    public GlobalId id() {
        return GlobalId.of(TYPE, accountId, assignmentId);
    }
}
