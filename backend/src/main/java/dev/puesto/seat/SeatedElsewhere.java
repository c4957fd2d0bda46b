package dev.puesto.seat;

import dev.puesto.api.UserError;
import java.util.List;

/** A user sits in another subscription of the product already. */
record SeatedElsewhere(List<String> field, Assignment assignment) implements UserError {
    @Override
    public List<?> messageArguments() {
        return List.of(assignment.user().name());
    }
}
