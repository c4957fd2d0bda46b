package dev.puesto.seat;

import dev.puesto.id.UserId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an idempotency key keeps of a change of seats.
 *
 * @param outcomes a letter for each user of the input
 * @param users whom the input's filter meant then; null where the input names them
 */
record BoundSeats(int version, String outcomes, @Nullable List<UUID> users) {

    static BoundSeats of(List<SeatOutcome> outcomes, @Nullable List<UserId> meant) {
        return new BoundSeats(
                1,
                outcomes.stream()
                        .map(outcome -> String.valueOf(outcome.letter()))
                        .collect(Collectors.joining()),
                meant == null ? null : meant.stream().map(UserId::value).toList());
    }

    List<SeatOutcome> asOutcomes() {
        return outcomes.chars()
                .mapToObj(letter -> SeatOutcome.ofLetter((char) letter))
                .toList();
    }

    /** Whom the input's filter meant then. */
    List<UserId> meant() {
        return users == null ? List.of() : users.stream().map(UserId::new).toList();
    }
}
