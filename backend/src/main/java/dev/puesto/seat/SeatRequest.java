package dev.puesto.seat;

import dev.puesto.api.InvalidInput;
import dev.puesto.api.UserError;
import dev.puesto.id.GlobalId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that assigns or releases seats of one subscription.
 *
 * @param users whom it names one by one; nobody where it names all whom a filter means
 * @param key made by the client: the same call again has no second effect
 */
record SeatRequest(
        GlobalId subscriptionId,
        UserSelection users,
        @Nullable Matching matching,
        BulkMode mode,
        UUID key) {

    /** A call that names its users one by one. */
    SeatRequest(GlobalId subscriptionId, UserSelection users, BulkMode mode, UUID key) {
        this(subscriptionId, users, null, mode, key);
    }

    /** The rule of form that it breaks. */
    Optional<UserError> fault() {
        if (matching != null) {
            return faultOf(matching);
        }
        if (users.size() == 0) {
            return Optional.of(InvalidInput.of("required", List.of("input", "userIds")));
        }
        return users.size() > UserSelection.MAX
                ? Optional.of(InvalidInput.of("tooMany", List.of("input"), UserSelection.MAX))
                : Optional.empty();
    }

    private Optional<UserError> faultOf(Matching all) {
        if (users.size() > 0) {
            return Optional.of(InvalidInput.of("exclusive", List.of("input", "filter")));
        }
        return all.except().size() > UserSelection.MAX
                ? Optional.of(InvalidInput.of("tooMany", List.of("input", "exceptUserIds"), UserSelection.MAX))
                : Optional.empty();
    }
}
