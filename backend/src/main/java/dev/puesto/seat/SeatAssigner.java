package dev.puesto.seat;

import dev.puesto.access.Viewer;
import dev.puesto.api.IdempotencyKeyReused;
import dev.puesto.api.Refusal;
import dev.puesto.id.AssignmentId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.idempotency.IdempotencyKeys;
import dev.puesto.idempotency.KeyState;
import dev.puesto.idempotency.KeyUse;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.seat.LockedSubscriptions.Locked;
import dev.puesto.subscription.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Assigns and releases seats of a subscription, up to {@value UserSelection#MAX} in a call, in a constant number of
 * statements. The account's lock comes first: of two calls for the last seat the second finds none left.
 */
@Component
class SeatAssigner {
    private final AccountDb db;
    private final LockedSubscriptions subscriptions;
    private final IdempotencyKeys keys;
    private final SeatBooks books;
    private final SeatMatches matches;

    SeatAssigner(
            AccountDb db,
            LockedSubscriptions subscriptions,
            IdempotencyKeys keys,
            SeatBooks books,
            SeatMatches matches) {
        this.db = db;
        this.subscriptions = subscriptions;
        this.keys = keys;
        this.books = books;
        this.matches = matches;
    }

    /** One call under the account's lock. */
    private record Call(
            AccountTransaction transaction,
            Viewer viewer,
            Locked locked,
            KeyUse key,
            SeatRequest request,
            @Nullable List<UserId> meant) {

        /** The same, once it is known whom the request's filter means. */
        Call meaning(@Nullable List<UserId> users) {
            return new Call(transaction, viewer, locked, key, request, users);
        }

        /** The users in the order of the results. */
        UserSelection users() {
            return meant == null ? request.users() : UserSelection.of(transaction.account(), meant);
        }

        Subscription subscription() {
            return locked.subscription();
        }
    }

    /** A change of seats, as it is decided and written. */
    private interface Action {
        SeatAnswer run(Call call, Roster roster);
    }

    /** Seats users; who sits in the subscription already stays, and that is no error. */
    SeatAnswer assign(Viewer viewer, SeatRequest request) {
        return change(viewer, request, "assignSeats", this::assign);
    }

    /** Releases seats; who does not sit in the subscription is no error. */
    SeatAnswer release(Viewer viewer, SeatRequest request) {
        return change(viewer, request, "releaseSeats", this::release);
    }

    private SeatAnswer change(Viewer viewer, SeatRequest request, String operation, Action action) {
        SubscriptionId id = request.subscriptionId()
                .as(Subscription.TYPE, SubscriptionId::new)
                .orElseThrow(() -> Refusal.notFound("input", "subscriptionId"));
        KeyUse key = KeyUse.of(viewer, request.key(), operation, request);
        SeatAnswer answer = db.transact(request.subscriptionId().account(), transaction -> {
            Locked locked = subscriptions.lock(transaction, viewer, id);
            return request.fault()
                    .map(fault -> SeatAnswer.refused(locked.subscription(), fault))
                    .orElseGet(() -> answer(new Call(transaction, viewer, locked, key, request, null), action));
        });
        return answer.leaving(() -> matches.remaining(answer.subscription(), request.matching()));
    }

    private SeatAnswer answer(Call call, Action action) {
        KeyState state = keys.find(call.transaction(), call.key());
        return switch (state) {
            case KeyState.Reused ignored -> SeatAnswer.refused(call.subscription(), new IdempotencyKeyReused());
            case KeyState.Bound bound -> replay(call, bound);
            case KeyState.Unbound ignored
            when !call.subscription().status().inUse() ->
                SeatAnswer.refused(call.subscription(), new SubscriptionNotInUse(call.subscription()));
            case KeyState.Unbound ignored -> {
                Call found = call.meaning(matches.users(
                        call.transaction(), call.locked(), call.request().matching()));
                yield action.run(found, roster(found));
            }
        };
    }

    private static SeatAnswer replay(Call call, KeyState.Bound bound) {
        BoundSeats seats = bound.answerAs(BoundSeats.class);
        Call then = call.request().matching() == null ? call : call.meaning(seats.meant());
        Decision decision = new Decision(roster(then), seats.asOutcomes(), List.of());
        return new SeatAnswer(call.subscription(), decision.results(Candidate::live), List.of(), () -> 0);
    }

    private static Roster roster(Call call) {
        Subscription subscription = call.subscription();
        UserSelection users = call.users();
        if (users.size() == 0) {
            return new Roster(subscription.accountId(), users, List.of());
        }
        List<Candidate> found = call.transaction()
                .sql()
                .fetch(Assignments.candidates(subscription, users))
                .map(Assignments::readCandidate);
        return new Roster(subscription.accountId(), users, found);
    }

    private SeatAnswer assign(Call call, Roster roster) {
        Decision decision =
                Decision.toAssign(call.subscription(), roster, call.request().mode());
        List<UserId> users = users(decision);
        if (users.isEmpty()) {
            return unchanged(call, decision);
        }
        Map<UserId, AssignmentId> seated = Assignments.seat(
                call.transaction(),
                call.subscription(),
                users,
                call.locked().now(),
                call.viewer().actor());
        Subscription after = write(
                call,
                decision,
                books.assigned(
                        call.viewer(), call.subscription(), users, call.locked().now()));
        return new SeatAnswer(
                after, decision.results(candidate -> seatNow(call, candidate, seated)), List.of(), () -> 0);
    }

    private static Assignment seatNow(Call call, Candidate candidate, Map<UserId, AssignmentId> seated) {
        AssignmentId fresh = seated.get(candidate.user().userId());
        return fresh == null
                ? candidate.live()
                : new Assignment(
                        call.subscription().accountId(),
                        fresh,
                        call.subscription().subscriptionId(),
                        candidate.user(),
                        call.locked().now(),
                        call.viewer().actor(),
                        false);
    }

    private SeatAnswer release(Call call, Roster roster) {
        Decision decision =
                Decision.toRelease(call.subscription(), roster, call.request().mode());
        List<Assignment> seats = decision.changed().stream()
                .map(Candidate::live)
                .map(Objects::requireNonNull)
                .toList();
        if (seats.isEmpty()) {
            return unchanged(call, decision);
        }
        List<Query> writes = new ArrayList<>();
        writes.add(Assignments.release(
                call.subscription().accountId(),
                seats.stream().map(Assignment::assignmentId).toList(),
                call.locked().now(),
                call.viewer().actor(),
                ReleaseReason.RELEASED));
        long marked = seats.stream().filter(Assignment::releasing).count();
        writes.addAll(books.released(
                call.viewer(),
                call.subscription(),
                users(decision),
                marked,
                call.locked().now()));
        Subscription after = write(call, decision, writes);
        return new SeatAnswer(
                after,
                decision.results(candidate -> released(call, candidate) ? null : candidate.live()),
                List.of(),
                () -> 0);
    }

    private static boolean released(Call call, Candidate candidate) {
        return candidate.live() != null
                && candidate.live().subscriptionId().equals(call.subscription().subscriptionId());
    }

    private Subscription write(Call call, Decision decision, List<Query> writes) {
        List<Query> all = new ArrayList<>(writes);
        all.add(keys.bind(
                call.subscription().accountId(), call.key(), BoundSeats.of(decision.outcomes(), call.meant())));
        call.transaction().together(all);
        return LockedSubscriptions.finish(
                call.transaction(), call.subscription().subscriptionId());
    }

    private static SeatAnswer unchanged(Call call, Decision decision) {
        return new SeatAnswer(call.subscription(), decision.results(Candidate::live), decision.errors(), () -> 0);
    }

    private static List<UserId> users(Decision decision) {
        return decision.changed().stream()
                .map(candidate -> candidate.user().userId())
                .toList();
    }
}
