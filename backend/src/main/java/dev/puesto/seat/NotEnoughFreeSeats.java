package dev.puesto.seat;

import dev.puesto.api.UserError;
import java.util.List;

/**
 * Fewer seats are free than the call needs.
 *
 * @param requested how many it needs
 * @param free how many there are
 */
record NotEnoughFreeSeats(long requested, long free) implements UserError {
    @Override
    public List<String> field() {
        return List.of("input", "subscriptionId");
    }

    @Override
    public List<?> messageArguments() {
        return List.of(requested, free);
    }
}
