package dev.puesto.seat;

import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.outbox.Event;
import java.util.List;

/** Users got seats of a subscription. */
public record SeatsAssigned(SubscriptionId subscriptionId, List<UserId> userIds) implements Event {}
