package dev.puesto.seatquote;

import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A seated user as the API shows one who may lose the seat. */
public record SeatedUserView(
        GlobalId userId,
        String name,
        String email,
        Instant assignedAt,
        @Nullable Instant lastSignInAt) {

    static SeatedUserView of(AccountId account, SeatedUser user) {
        return new SeatedUserView(
                GlobalId.of("User", account, user.userId()),
                user.name(),
                user.email(),
                user.assignedAt(),
                user.lastSignInAt());
    }
}
