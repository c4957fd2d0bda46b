package dev.puesto.seatquote;

import dev.puesto.api.Refusal;
import dev.puesto.id.AccountId;
import dev.puesto.id.EntityId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PlanId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.subscription.ReleaseRule;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A change as a client gives it, to a seat quote and to a cart alike. */
public record SeatChangeInput(
        @Nullable GlobalId subscriptionId,
        @Nullable GlobalId planId,
        Long seats,
        @Nullable Effective effective,
        @Nullable GlobalId alignTo,
        @Nullable ReleasesInput releases) {
    private static final int NAMED_MAX = 1_000;

    /** Which assigned seats it frees: by rule, or those of the users named. */
    public record ReleasesInput(
            @Nullable ReleaseRule rule, @Nullable List<GlobalId> userIds) {}

    /**
     * The change that it asks for.
     *
     * @param path of this input, from the argument on
     * @throws Refusal for an id that names nothing of the account, and for an input without subscription and plan
     */
    public SeatChangeRequest request(AccountId account, String... path) {
        if (subscriptionId == null && planId == null || subscriptionId != null && alignTo != null) {
            throw Refusal.badRequest("seatChange");
        }
        return new SeatChangeRequest(
                subscriptionId == null
                        ? null
                        : of(account, subscriptionId, "Subscription", SubscriptionId::new, path, "subscriptionId"),
                planId == null ? null : planId.as("Plan", PlanId::new).orElseThrow(() -> notFound(path, "planId")),
                seats,
                effective,
                alignTo == null ? null : of(account, alignTo, "Subscription", SubscriptionId::new, path, "alignTo"),
                releases(account, path));
    }

    private Releases releases(AccountId account, String[] path) {
        if (releases == null) {
            return Releases.NONE;
        }
        var users = Optional.ofNullable(releases.userIds()).orElse(List.of());
        if (users.size() > NAMED_MAX) {
            throw Refusal.badRequest("tooMany", NAMED_MAX);
        }
        if (releases.rule() != null && !users.isEmpty()) {
            throw Refusal.badRequest("releases");
        }
        return new Releases(
                releases.rule(),
                IntStream.range(0, users.size())
                        .mapToObj(i -> user(account, users.get(i), i, path))
                        .distinct()
                        .toList());
    }

    private static UserId user(AccountId account, GlobalId user, int position, String[] path) {
        return user.in(account, "User", UserId::new)
                .orElseThrow(() -> notFound(path, "releases", "userIds", Integer.toString(position)));
    }

    private static <T extends EntityId> T of(
            AccountId account, GlobalId id, String type, Function<UUID, T> typed, String[] path, String field) {
        return id.in(account, type, typed).orElseThrow(() -> notFound(path, field));
    }

    private static Refusal notFound(String[] path, String... field) {
        return Refusal.notFound(Stream.concat(Stream.of(path), Stream.of(field)).toArray(String[]::new));
    }
}
