package dev.puesto.checkout;

import dev.puesto.id.OrderId;
import dev.puesto.outbox.Event;

/** An order took effect: its seats, documents and ledger entries are there. Raised in the transaction that places it. */
public record OrderPlaced(OrderId orderId) implements Event {}
