package dev.puesto.checkout;

import dev.puesto.id.OrderId;
import dev.puesto.outbox.Event;

/** An order was voided: it changed nothing. */
public record OrderVoided(OrderId orderId) implements Event {}
