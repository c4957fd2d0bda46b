package dev.puesto.seat;

import dev.puesto.api.UserError;
import java.util.List;

/** The user who is to get the seat sits in the subscription already. */
record UserAlreadySeated(List<String> field, Assignment assignment) implements UserError {
    @Override
    public List<?> messageArguments() {
        return List.of(assignment.user().name());
    }
}
