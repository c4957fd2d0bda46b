package dev.puesto.seat;

import dev.puesto.id.GlobalId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Reads the schema's inputs {@code AssignSeatsInput} and {@code ReleaseSeatsInput}: by hand, since binding a thousand ids
 * one by one costs more than assigning their seats.
 */
final class SeatInput {

    private SeatInput() {}

    static SeatRequest read(Map<String, Object> input) {
        return new SeatRequest(
                GlobalId.valueOf((String) Objects.requireNonNull(input.get("subscriptionId"))),
                new UserSelection(
                        texts(input, "userIds").stream().map(GlobalId::valueOf).toList(),
                        texts(input, "emails"),
                        texts(input, "externalIds")),
                BulkMode.valueOf((String) Objects.requireNonNull(input.get("mode"))),
                (UUID) Objects.requireNonNull(input.get("idempotencyKey")));
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Map<String, Object> input, String field) {
        List<String> texts = (List<String>) input.get(field);
        return texts == null ? List.of() : texts;
    }
}
