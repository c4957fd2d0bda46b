package dev.puesto.seat;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an idempotency key keeps of a change of seats.
 *
 * @param outcomes a letter for each user of the input
 */
record BoundSeats(int version, String outcomes) {

    static BoundSeats of(List<SeatOutcome> outcomes) {
        return new BoundSeats(
                1,
                outcomes.stream()
                        .map(outcome -> String.valueOf(outcome.letter()))
                        .collect(Collectors.joining()));
    }

    List<SeatOutcome> asOutcomes() {
        return outcomes.chars()
                .mapToObj(letter -> SeatOutcome.ofLetter((char) letter))
                .toList();
    }
}
