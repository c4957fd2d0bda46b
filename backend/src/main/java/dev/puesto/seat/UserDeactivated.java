package dev.puesto.seat;

import dev.puesto.account.User;
import dev.puesto.api.UserError;
import java.util.List;

/** A deactivated user gets no seat. */
record UserDeactivated(List<String> field, User user) implements UserError {
    @Override
    public List<?> messageArguments() {
        return List.of(user.name());
    }
}
