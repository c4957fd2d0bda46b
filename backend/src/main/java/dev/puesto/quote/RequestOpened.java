package dev.puesto.quote;

import dev.puesto.id.RequestId;
import dev.puesto.outbox.Event;

/** A corporate account asked for a change: it is with the representative. */
public record RequestOpened(RequestId requestId) implements Event {}
