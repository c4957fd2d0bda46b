package dev.puesto.checkout;

import dev.puesto.id.OrderId;
import dev.puesto.id.PaymentId;
import dev.puesto.outbox.Event;

/** A payment of an order that was voided before came after all: it went to the balance. */
public record LatePaymentCredited(OrderId orderId, PaymentId paymentId) implements Event {}
