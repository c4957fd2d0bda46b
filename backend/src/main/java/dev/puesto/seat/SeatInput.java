package dev.puesto.seat;

import dev.puesto.account.UserFilter;
import dev.puesto.account.UserSeatFilter;
import dev.puesto.id.GlobalId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schema's inputs {@code AssignSeatsInput} and {@code ReleaseSeatsInput}: by hand, since binding a thousand ids
 * one by one costs more than assigning their seats.
 */
final class SeatInput {

    private SeatInput() {}

    /** Whether seats are given or taken: it decides whom a filter means. */
    enum Kind {
        ASSIGN,
        RELEASE
    }

    static SeatRequest read(Map<String, Object> input, Kind kind) {
        return new SeatRequest(
                GlobalId.valueOf((String) Objects.requireNonNull(input.get("subscriptionId"))),
                new UserSelection(
                        texts(input, "userIds").stream().map(GlobalId::valueOf).toList(),
                        texts(input, "emails"),
                        texts(input, "externalIds")),
                matching(input, kind),
                BulkMode.valueOf((String) Objects.requireNonNull(input.get("mode"))),
                (UUID) Objects.requireNonNull(input.get("idempotencyKey")));
    }

    private static @Nullable Matching matching(Map<String, Object> input, Kind kind) {
        Map<String, Object> filter = object(input, "filter");
        if (filter == null) {
            return null;
        }
        List<GlobalId> except =
                texts(input, "exceptUserIds").stream().map(GlobalId::valueOf).toList();
        return kind == Kind.ASSIGN
                ? new Matching(users(filter), null, except)
                : new Matching(
                        null,
                        new AssignmentFilter(
                                (String) filter.get("search"), (Integer) filter.get("inactiveForDays"), (String)
                                        filter.get("assignedBy")),
                        except);
    }

    private static UserFilter users(Map<String, Object> filter) {
        Map<String, Object> seat = object(filter, "seat");
        return new UserFilter(
                (String) filter.get("search"),
                null,
                (Integer) filter.get("inactiveForDays"),
                seat == null ? null : seat(seat));
    }

    private static UserSeatFilter seat(Map<String, Object> seat) {
        return new UserSeatFilter(
                (Boolean) Objects.requireNonNull(seat.get("with")),
                (String) seat.get("productCode"),
                id(seat, "subscriptionId"),
                id(seat, "productOfSubscriptionId"));
    }

    private static @Nullable GlobalId id(Map<String, Object> input, String field) {
        String id = (String) input.get(field);
        return id == null ? null : GlobalId.valueOf(id);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Object> object(Map<String, Object> input, String field) {
        return (Map<String, Object>) input.get(field);
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Map<String, Object> input, String field) {
        List<String> texts = (List<String>) input.get(field);
        return texts == null ? List.of() : texts;
    }
}
