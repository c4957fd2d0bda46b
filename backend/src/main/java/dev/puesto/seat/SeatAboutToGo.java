package dev.puesto.seat;

import dev.puesto.api.UserError;
import java.util.List;

/** A pending order will release the seat: it cannot be given to another user. */
record SeatAboutToGo(List<String> field, Assignment assignment) implements UserError {
    @Override
    public List<?> messageArguments() {
        return List.of(assignment.user().name());
    }
}
