package dev.puesto.seat;

import dev.puesto.access.Viewer;
import dev.puesto.account.Accounts;
import dev.puesto.account.User;
import dev.puesto.account.UserStatus;
import dev.puesto.account.Users;
import dev.puesto.api.IdempotencyKeyReused;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.audit.Audit;
import dev.puesto.audit.Change;
import dev.puesto.id.GlobalId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.idempotency.IdempotencyKeys;
import dev.puesto.idempotency.KeyState;
import dev.puesto.idempotency.KeyUse;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.subscription.Subscription;
import dev.puesto.subscription.Subscriptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deactivates a user and frees the seats at once. */
@Component
class UserDeactivation {
    private final AccountDb db;
    private final Accounts accounts;
    private final IdempotencyKeys keys;
    private final SeatBooks books;

    UserDeactivation(AccountDb db, Accounts accounts, IdempotencyKeys keys, SeatBooks books) {
        this.db = db;
        this.accounts = accounts;
        this.keys = keys;
        this.books = books;
    }

    /** The schema's input. */
    record Request(GlobalId userId, UUID idempotencyKey) {}

    /**
     * What a deactivation answers.
     *
     * @param user as it is now; null if the key was used for something else
     * @param released the seats that the user had
     */
    record Answer(@Nullable User user, List<Assignment> released, List<UserError> userErrors) {}

    /** What an idempotency key keeps of a deactivation. */
    private record BoundDeactivation(int version) {}

    Answer deactivate(Viewer viewer, Request request) {
        UserId id = request.userId().as(User.TYPE, UserId::new).orElseThrow(UserDeactivation::notFound);
        KeyUse key = KeyUse.of(viewer, request.idempotencyKey(), "deactivateUser", request);
        return db.transact(request.userId().account(), transaction -> {
            Instant now = accounts.lock(transaction, viewer)
                    .orElseThrow(UserDeactivation::notFound)
                    .now();
            User user = user(transaction, id);
            return switch (keys.find(transaction, key)) {
                case KeyState.Reused ignored -> new Answer(null, List.of(), List.of(new IdempotencyKeyReused()));
                case KeyState.Bound ignored -> new Answer(user, List.of(), List.of());
                case KeyState.Unbound ignored
                when user.status() == UserStatus.DEACTIVATED -> new Answer(user, List.of(), List.of());
                case KeyState.Unbound ignored -> deactivate(transaction, viewer, user, now, key);
            };
        });
    }

    private static Refusal notFound() {
        return Refusal.notFound("input", "userId");
    }

    private static User user(AccountTransaction transaction, UserId id) {
        return transaction
                .sql()
                .fetchOptional(Users.byId(transaction.account(), List.of(id)))
                .map(Users::read)
                .orElseThrow(UserDeactivation::notFound);
    }

    private Answer deactivate(AccountTransaction transaction, Viewer viewer, User user, Instant now, KeyUse key) {
        List<Assignment> seats = transaction
                .sql()
                .fetch(Assignments.ofUser(user.accountId(), user.userId()))
                .map(Assignments::read);
        List<Query> writes = new ArrayList<>();
        if (!seats.isEmpty()) {
            writes.addAll(release(transaction, viewer, user, seats, now));
        }
        writes.addAll(Users.deactivate(user, now));
        writes.add(Audit.append(viewer, user.accountId(), now, change(user)));
        writes.add(keys.bind(user.accountId(), key, new BoundDeactivation(1)));
        transaction.together(writes);
        return new Answer(user(transaction, user.userId()), seats, List.of());
    }

    private List<Query> release(
            AccountTransaction transaction, Viewer viewer, User user, List<Assignment> seats, Instant now) {
        Map<SubscriptionId, Subscription> subscriptions = transaction
                .sql()
                .fetch(Subscriptions.byId(
                        user.accountId(),
                        seats.stream().map(Assignment::subscriptionId).toList()))
                .map(Subscriptions::read)
                .stream()
                .collect(Collectors.toMap(Subscription::subscriptionId, Function.identity()));
        List<Query> writes = new ArrayList<>();
        writes.add(Assignments.release(
                user.accountId(),
                seats.stream().map(Assignment::assignmentId).toList(),
                now,
                viewer.actor(),
                ReleaseReason.DEACTIVATED));
        writes.addAll(books.released(
                viewer,
                seats.stream()
                        .map(seat -> new SeatBooks.Lost(
                                subscriptions.get(seat.subscriptionId()),
                                List.of(user.userId()),
                                seat.releasing() ? 1 : 0))
                        .toList(),
                now));
        return writes;
    }

    private static Change change(User user) {
        return new Change(
                "USER_DEACTIVATED",
                User.TYPE,
                user.userId(),
                Map.of("status", user.status()),
                Map.of("status", UserStatus.DEACTIVATED));
    }
}
