package dev.puesto.seat;

import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.id.UserId;
import dev.puesto.subscription.Subscription;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each user that a call names: decided from what is read under the account's lock, without a look at the
 * database.
 *
 * @param outcomes one for each position of the roster; a user who is named twice has the same twice
 * @param errors why the whole call is refused; empty if it goes ahead
 */
record Decision(Roster roster, List<SeatOutcome> outcomes, List<UserError> errors) {

    /** Who of the roster gets a seat. */
    static Decision toAssign(Subscription subscription, Roster roster, BulkMode mode) {
        FreeSeats free = new FreeSeats(subscription.seatsFree());
        return decide(subscription, roster, mode, candidate -> {
            if (candidate.deactivated()) {
                return SeatOutcome.USER_DEACTIVATED;
            }
            if (candidate.live() != null) {
                return candidate.sitsIn(subscription) ? SeatOutcome.ALREADY_SEATED : SeatOutcome.SEATED_ELSEWHERE;
            }
            return free.take() ? SeatOutcome.ASSIGNED : SeatOutcome.NO_FREE_SEAT;
        });
    }

    /** Who of the roster loses the seat. */
    static Decision toRelease(Subscription subscription, Roster roster, BulkMode mode) {
        return decide(
                subscription,
                roster,
                mode,
                candidate -> candidate.sitsIn(subscription) ? SeatOutcome.RELEASED : SeatOutcome.NOT_SEATED);
    }

    private static Decision decide(
            Subscription subscription, Roster roster, BulkMode mode, Function<Candidate, SeatOutcome> rule) {
        Map<UserId, SeatOutcome> decided = new HashMap<>();
        List<SeatOutcome> outcomes = new ArrayList<>();
        for (@Nullable Candidate candidate : roster.entries()) {
            outcomes.add(
                    candidate == null
                            ? SeatOutcome.USER_NOT_FOUND
                            : decided.computeIfAbsent(candidate.user().userId(), id -> rule.apply(candidate)));
        }
        Decision decision = new Decision(roster, outcomes, List.of());
        return switch (mode) {
            case PER_USER -> decision;
            case ALL_OR_NOTHING -> decision.allOrNothing(subscription);
        };
    }

    private Decision allOrNothing(Subscription subscription) {
        Set<SeatOutcome> kinds = EnumSet.noneOf(SeatOutcome.class);
        List<UserError> errors = IntStream.range(0, outcomes.size())
                .filter(position -> !outcomes.get(position).fine() && kinds.add(outcomes.get(position)))
                .mapToObj(position -> error(position, subscription))
                .toList();
        return errors.isEmpty()
                ? this
                : new Decision(roster, outcomes.stream().map(Decision::undone).toList(), errors);
    }

    private static SeatOutcome undone(SeatOutcome outcome) {
        return outcome.changed() ? SeatOutcome.NOT_CHANGED : outcome;
    }

    private UserError error(int position, Subscription subscription) {
        List<String> path = roster.path(position);
        return switch (outcomes.get(position)) {
            case USER_NOT_FOUND -> notFound(position);
            case USER_DEACTIVATED -> new UserDeactivated(path, found(position).user());
            case SEATED_ELSEWHERE ->
                new SeatedElsewhere(path, Objects.requireNonNull(found(position).live()));
            case NO_FREE_SEAT -> new NotEnoughFreeSeats(wanted(), subscription.seatsFree());
            case ASSIGNED, ALREADY_SEATED, RELEASED, NOT_SEATED, NOT_CHANGED ->
                throw new IllegalStateException("Nothing is wrong with " + outcomes.get(position));
        };
    }

    /** An id in an input that names nothing is answered as everywhere; other names are the client's own words. */
    private UserError notFound(int position) {
        List<String> path = roster.path(position);
        if (roster.byId(position)) {
            throw Refusal.notFound(path.toArray(String[]::new));
        }
        return new UserNotFound(path, roster.names().get(position));
    }

    private Candidate found(int position) {
        return Objects.requireNonNull(roster.entries().get(position));
    }

    private long wanted() {
        Set<SeatOutcome> wanting = EnumSet.of(SeatOutcome.ASSIGNED, SeatOutcome.NO_FREE_SEAT);
        return IntStream.range(0, outcomes.size())
                .filter(position -> wanting.contains(outcomes.get(position)))
                .mapToObj(position -> found(position).user().userId())
                .distinct()
                .count();
    }

    /** The users for whom something changes, each once. */
    List<Candidate> changed() {
        return IntStream.range(0, outcomes.size())
                .filter(position -> outcomes.get(position).changed())
                .mapToObj(this::found)
                .distinct()
                .toList();
    }

    /** The results, with the seats that users have now. */
    List<SeatResult> results(Function<Candidate, @Nullable Assignment> seatNow) {
        List<String> names = roster.names();
        return IntStream.range(0, outcomes.size())
                .mapToObj(position -> {
                    Candidate candidate = roster.entries().get(position);
                    return candidate == null
                            ? new SeatResult(names.get(position), outcomes.get(position), null, null)
                            : new SeatResult(
                                    names.get(position),
                                    outcomes.get(position),
                                    candidate.user(),
                                    seatNow.apply(candidate));
                })
                .toList();
    }

    private static final class FreeSeats {
        private long left;

        FreeSeats(long left) {
            this.left = left;
        }

        boolean take() {
            return left-- > 0;
        }
    }
}
