package dev.puesto.subscription;

import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.api.Connection;
import dev.puesto.api.NodeLoader;
import dev.puesto.api.PageRequest;
import dev.puesto.api.Refusal;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.ScheduledChangeId;
import dev.puesto.id.SubscriptionId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Subscriptions of an account, and by their id. */
@Controller
class SubscriptionController implements NodeLoader {
    private final SubscriptionReads reads;
    private final ScheduledChangeCancellation cancellation;

    SubscriptionController(SubscriptionReads reads, ScheduledChangeCancellation cancellation) {
        this.reads = reads;
        this.cancellation = cancellation;
    }

    @QueryMapping
    @Nullable
    Subscription subscription(@Argument GlobalId id, Viewer viewer) {
        return id.as(Subscription.TYPE, SubscriptionId::new)
                .flatMap(subscription -> reads.visible(viewer, id.account(), List.of(subscription)).stream()
                        .findFirst())
                .orElse(null);
    }

    @SchemaMapping
    Connection<Subscription> subscriptions(Account account, PageRequest page) {
        return reads.page(account.accountId(), page);
    }

    @SchemaMapping
    List<SeatTotal> seatTotals(Account account) {
        return reads.totals(account.accountId());
    }

    @BatchMapping
    Map<Subscription, ScheduledChange> scheduledChange(List<Subscription> subscriptions) {
        return reads.scheduledChanges(subscriptions);
    }

    @BatchMapping
    Map<Subscription, CurrentCharge> currentCharge(List<Subscription> subscriptions) {
        return reads.charges(subscriptions);
    }

    @MutationMapping
    ScheduledChangeCancellation.Answer cancelScheduledChange(@Argument CancelInput input, Viewer viewer) {
        ScheduledChangeId change = input.scheduledChangeId()
                .as(ScheduledChange.TYPE, ScheduledChangeId::new)
                .orElseThrow(() -> Refusal.notFound("input", "scheduledChangeId"));
        return cancellation.cancel(viewer, input.scheduledChangeId().account(), change);
    }

    record CancelInput(GlobalId scheduledChangeId) {}

    @Override
    public String type() {
        return Subscription.TYPE;
    }

    @Override
    public Map<UUID, ?> load(Viewer viewer, AccountId account, Collection<UUID> ids) {
        return reads
                .visible(viewer, account, ids.stream().map(SubscriptionId::new).toList())
                .stream()
                .collect(Collectors.toMap(found -> found.subscriptionId().value(), Function.identity()));
    }
}
