package dev.puesto.seatquote;

import dev.puesto.id.SubscriptionId;
import dev.puesto.seatquote.SeatsStillAssigned.ReleaseProposal;
import dev.puesto.seatquote.SeatsToRelease.Named;
import dev.puesto.seatquote.SeatsToRelease.NamedUsers;
import dev.puesto.seatquote.SeatsToRelease.Wanted;
import dev.puesto.subscription.ReleaseRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/**
 * Whose seats the changes free, and whose they could free where too many are assigned.
 *
 * @param named those named
 * @param byRule those whom a rule finds
 */
record ReleasePlan(AccountFacts facts, NamedUsers named, Map<Wanted, List<SeatedUser>> byRule) {

    /** Whether the changes ask anything of the assignments, so that they must be read. */
    static boolean isNeeded(AccountFacts facts, SeatQuoteRequest request) {
        return request.changes().stream()
                .anyMatch(change -> excess(facts, change) > 0
                        || !change.releases().userIds().isEmpty());
    }

    /** For changes that ask nothing. */
    static ReleasePlan nothing(AccountFacts facts) {
        return new ReleasePlan(facts, new NamedUsers(Map.of(), Set.of()), Map.of());
    }

    /** Reads the assignments: two statements at most. */
    static ReleasePlan read(DSLContext sql, AccountFacts facts, SeatQuoteRequest request) {
        var named = new ArrayList<Named>();
        var wanted = new ArrayList<Wanted>();
        for (var change : request.changes()) {
            var subscription = change.subscriptionId();
            change.releases().userIds().forEach(user -> named.add(new Named(subscription, user)));
            if (subscription != null) {
                wanted.addAll(questions(facts, change, subscription));
            }
        }
        return new ReleasePlan(
                facts, SeatsToRelease.named(sql, facts.id(), named), SeatsToRelease.byRule(sql, facts.id(), wanted));
    }

    /** The place among the named users, from 0, of one who is no user of the account. */
    OptionalInt unknown(SeatChangeRequest change) {
        var users = change.releases().userIds();
        return IntStream.range(0, users.size())
                .filter(i -> !named.known().contains(users.get(i)))
                .findFirst();
    }

    /** Whose seats the change frees. */
    List<SeatedUser> released(SeatChangeRequest change) {
        var subscription = change.subscriptionId();
        var rule = change.releases().rule();
        if (subscription == null) {
            return List.of();
        }
        return rule == null
                ? named.seated().getOrDefault(subscription, List.of())
                : byRule.getOrDefault(new Wanted(subscription, rule, excess(facts, change)), List.of());
    }

    /** How many seats are still assigned beyond the target, after those that the change frees. */
    long missing(SeatChangeRequest change) {
        return Math.max(0, excess(facts, change) - released(change).size());
    }

    /** Whose seats each rule would free. */
    List<ReleaseProposal> proposals(SeatChangeRequest change) {
        var subscription = Objects.requireNonNull(change.subscriptionId());
        var wanted = Math.min(excess(facts, change), SeatsStillAssigned.NAMED_MAX);
        return Arrays.stream(ReleaseRule.values())
                .map(rule -> new ReleaseProposal(
                        rule,
                        byRule.getOrDefault(new Wanted(subscription, rule, wanted), List.of()).stream()
                                .map(user -> SeatedUserView.of(facts.id(), user))
                                .toList()))
                .toList();
    }

    private static List<Wanted> questions(AccountFacts facts, SeatChangeRequest change, SubscriptionId subscription) {
        var excess = excess(facts, change);
        var rule = change.releases().rule();
        if (excess == 0) {
            return List.of();
        }
        if (rule != null) {
            return List.of(new Wanted(subscription, rule, excess));
        }
        var shown = Math.min(excess, SeatsStillAssigned.NAMED_MAX);
        return Arrays.stream(ReleaseRule.values())
                .map(each -> new Wanted(subscription, each, shown))
                .toList();
    }

    private static long excess(AccountFacts facts, SeatChangeRequest change) {
        var subscription = facts.subscriptions().get(change.subscriptionId());
        return subscription == null || change.seats() < 0
                ? 0
                : Math.max(0, subscription.subscription().seatsAssigned() - change.seats());
    }
}
