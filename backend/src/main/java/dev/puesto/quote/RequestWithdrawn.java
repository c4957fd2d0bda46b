package dev.puesto.quote;

import dev.puesto.id.RequestId;
import dev.puesto.outbox.Event;

/** A corporate account took a request back. */
public record RequestWithdrawn(RequestId requestId) implements Event {}
