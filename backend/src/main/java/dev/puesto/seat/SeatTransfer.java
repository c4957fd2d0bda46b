package dev.puesto.seat;

import dev.puesto.access.Viewer;
import dev.puesto.account.User;
import dev.puesto.account.UserKeyInput;
import dev.puesto.api.IdempotencyKeyReused;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.id.GlobalId;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives one user's seat to another, in one step. */
@Component
class SeatTransfer {
    private static final String OPERATION = "transferSeat";

    private final AccountDb db;
    private final LockedSubscriptions subscriptions;
    private final IdempotencyKeys keys;
    private final SeatBooks books;

    SeatTransfer(AccountDb db, LockedSubscriptions subscriptions, IdempotencyKeys keys, SeatBooks books) {
        this.db = db;
        this.subscriptions = subscriptions;
        this.keys = keys;
        this.books = books;
    }

    /** The schema's input. */
    record Request(GlobalId subscriptionId, UserKeyInput from, UserKeyInput to, UUID idempotencyKey) {}

    /**
     * What a transfer answers.
     *
     * @param assignment the seat that the second user has now; null if nothing changed
     */
    record Answer(Subscription subscription, @Nullable Assignment assignment, List<UserError> userErrors) {

        static Answer refused(Subscription subscription, UserError error) {
            return new Answer(subscription, null, List.of(error));
        }
    }

    /** What an idempotency key keeps of a transfer. */
    record BoundTransfer(int version, UserId to) {}

    Answer transfer(Viewer viewer, Request request) {
        SubscriptionId id = request.subscriptionId()
                .as(Subscription.TYPE, SubscriptionId::new)
                .orElseThrow(() -> Refusal.notFound("input", "subscriptionId"));
        KeyUse key = KeyUse.of(viewer, request.idempotencyKey(), OPERATION, request);
        return db.transact(request.subscriptionId().account(), transaction -> {
            Locked locked = subscriptions.lock(transaction, viewer, id);
            return switch (keys.find(transaction, key)) {
                case KeyState.Reused ignored -> Answer.refused(locked.subscription(), new IdempotencyKeyReused());
                case KeyState.Bound bound -> replay(transaction, locked.subscription(), bound);
                case KeyState.Unbound ignored -> decide(transaction, viewer, locked, key, request);
            };
        });
    }

    private static Answer replay(AccountTransaction transaction, Subscription subscription, KeyState.Bound bound) {
        UserId to = bound.answerAs(BoundTransfer.class).to();
        Assignment seat =
                transaction
                        .sql()
                        .fetch(Assignments.ofUser(subscription.accountId(), to))
                        .map(Assignments::read)
                        .stream()
                        .filter(assignment -> assignment.subscriptionId().equals(subscription.subscriptionId()))
                        .findFirst()
                        .orElse(null);
        return new Answer(subscription, seat, List.of());
    }

    private Answer decide(AccountTransaction transaction, Viewer viewer, Locked locked, KeyUse key, Request request) {
        Subscription subscription = locked.subscription();
        if (!subscription.status().inUse()) {
            return Answer.refused(subscription, new SubscriptionNotInUse(subscription));
        }
        Candidate from = candidate(transaction, subscription, request.from(), "from");
        Candidate to = candidate(transaction, subscription, request.to(), "to");
        return refusal(subscription, from, to, request)
                .map(error -> Answer.refused(subscription, error))
                .orElseGet(() -> move(transaction, viewer, locked, key, from, to));
    }

    private static Candidate candidate(
            AccountTransaction transaction, Subscription subscription, UserKeyInput key, String field) {
        UserSelection one = new UserSelection(
                Stream.ofNullable(key.id()).toList(),
                Stream.ofNullable(key.email()).toList(),
                Stream.ofNullable(key.externalId()).toList());
        return transaction
                .sql()
                .fetchOptional(Assignments.candidates(subscription, one))
                .map(Assignments::readCandidate)
                .orElseThrow(() -> Refusal.notFound("input", field));
    }

    private static Optional<UserError> refusal(
            Subscription subscription, Candidate from, Candidate to, Request request) {
        List<String> fromPath = List.of("input", "from");
        List<String> toPath = List.of("input", "to");
        if (!from.sitsIn(subscription)) {
            return Optional.of(new UserNotSeated(fromPath, from.user()));
        }
        if (Objects.requireNonNull(from.live()).releasing()) {
            return Optional.of(new SeatAboutToGo(fromPath, from.live()));
        }
        if (to.deactivated()) {
            return Optional.of(new UserDeactivated(toPath, to.user()));
        }
        return Optional.ofNullable(to.live())
                .map(seat -> to.sitsIn(subscription)
                        ? new UserAlreadySeated(toPath, seat)
                        : new SeatedElsewhere(toPath, seat));
    }

    private Answer move(
            AccountTransaction transaction, Viewer viewer, Locked locked, KeyUse key, Candidate from, Candidate to) {
        Subscription subscription = locked.subscription();
        User receiver = to.user();
        Assignment left = Objects.requireNonNull(from.live());
        transaction
                .sql()
                .execute(Assignments.release(
                        subscription.accountId(),
                        List.of(left.assignmentId()),
                        locked.now(),
                        viewer.actor(),
                        ReleaseReason.TRANSFERRED));
        var seated =
                Assignments.seat(transaction, subscription, List.of(receiver.userId()), locked.now(), viewer.actor());
        List<Query> writes = new ArrayList<>(
                books.transferred(viewer, subscription, from.user().userId(), receiver.userId(), locked.now()));
        writes.add(keys.bind(subscription.accountId(), key, new BoundTransfer(1, receiver.userId())));
        transaction.together(writes);
        Assignment seat = new Assignment(
                subscription.accountId(),
                Objects.requireNonNull(seated.get(receiver.userId())),
                subscription.subscriptionId(),
                receiver,
                locked.now(),
                viewer.actor(),
                false);
        return new Answer(subscription, seat, List.of());
    }
}
