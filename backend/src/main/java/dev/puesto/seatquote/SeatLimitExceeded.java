package dev.puesto.seatquote;

import dev.puesto.api.UserError;
import java.util.List;

/**
 * The plan does not allow that many seats.
 *
 * @param minimum the fewest; 0 is allowed too for a subscription and cancels it
 * @param maximum the most
 */
public record SeatLimitExceeded(List<String> field, long minimum, long maximum) implements UserError {

    @Override
    public List<?> messageArguments() {
        return List.of(minimum, maximum);
    }
}
