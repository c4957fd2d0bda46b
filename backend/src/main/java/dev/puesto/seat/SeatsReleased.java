package dev.puesto.seat;

import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.outbox.Event;
import java.util.List;

/** Users lost their seats of a subscription: whoever signs them in stops that at once. */
public record SeatsReleased(SubscriptionId subscriptionId, List<UserId> userIds) implements Event {}
