package dev.puesto.seat;

import dev.puesto.api.UserError;
import java.util.List;

/**
 * The account has no user of that name.
 *
 * @param named how the input names the user
 */
record UserNotFound(List<String> field, String named) implements UserError {
    @Override
    public List<?> messageArguments() {
        return List.of(named);
    }
}
