package dev.puesto.seatquote;

import dev.puesto.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user who sits in a seat of a subscription that gets fewer.
 *
 * @param lastSignInAt null: never
 */
public record SeatedUser(
        UserId userId,
        String name,
        String email,
        Instant assignedAt,
        @Nullable Instant lastSignInAt) {}
