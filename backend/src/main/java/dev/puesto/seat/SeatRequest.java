package dev.puesto.seat;

import dev.puesto.api.InvalidInput;
import dev.puesto.api.UserError;
import dev.puesto.id.GlobalId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A call that assigns or releases seats of one subscription.
 *
 * @param key made by the client: the same call again has no second effect
 */
record SeatRequest(GlobalId subscriptionId, UserSelection users, BulkMode mode, UUID key) {

    /** The rule of form that it breaks. */
    Optional<UserError> fault() {
        if (users.size() == 0) {
            return Optional.of(InvalidInput.of("required", List.of("input", "userIds")));
        }
        return users.size() > UserSelection.MAX
                ? Optional.of(InvalidInput.of("tooMany", List.of("input"), UserSelection.MAX))
                : Optional.empty();
    }
}
