package dev.puesto.account;

import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person of an account who can be given seats.
 *
 * @param nameKey the name as lists of users are ordered by it
 * @param externalId the person's id in the integrator's system
 * @param version raised by each edit
 */
public record User(
        AccountId accountId,
        UserId userId,
        String name,
        String nameKey,
        String email,
        @Nullable String externalId,
        UserStatus status,
        Instant invitedAt,
        @Nullable Instant deactivatedAt,
        long version) {

    /** The name of the GraphQL type in global ids. */
    public static final String TYPE = "User";

    /** Its id in the API. */
    public GlobalId id() {
        return GlobalId.of(TYPE, accountId, userId);
    }
}
