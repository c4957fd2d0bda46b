package dev.puesto.seat;

import dev.puesto.account.User;
import dev.puesto.api.UserError;
import java.util.List;

/** The user whose seat is to be given away does not sit in the subscription. */
record UserNotSeated(List<String> field, User user) implements UserError {
    @Override
    public List<?> messageArguments() {
        return List.of(user.name());
    }
}
