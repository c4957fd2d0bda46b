package dev.puesto.outbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands the outbox's events to their handlers. Several instances may do so at the same time. */
@Component
public final class OutboxDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxDispatcher.class);

    private final OutboxQueue queue;
    private final OutboxProperties properties;
    private final Clock clock;
    private final Map<String, List<EventHandler>> handlers = new HashMap<>();

    OutboxDispatcher(OutboxQueue queue, OutboxProperties properties, Clock clock, List<EventHandler> handlers) {
        this.queue = queue;
        this.properties = properties;
        this.clock = clock;
        for (EventHandler handler : handlers) {
            handler.events().forEach(event -> handlersOf(event.getSimpleName()).add(handler));
        }
    }

    private List<EventHandler> handlersOf(String type) {
        return handlers.computeIfAbsent(type, name -> new ArrayList<>());
    }

    /** Hands out what is due until nothing is; says how many events were taken by all of their handlers. */
    public int dispatchDue() {
        int dispatched = 0;
        List<StoredEvent> batch;
        do {
            batch = queue.take(clock.instant(), properties.lease(), properties.batchSize());
            List<StoredEvent> taken = batch.stream().filter(this::hand).toList();
            queue.close(taken, clock.instant());
            dispatched += taken.size();
        } while (batch.size() == properties.batchSize());
        return dispatched;
    }

    /** Deletes what was dispatched long ago. */
    void purge() {
        queue.purge(clock.instant().minus(properties.keepFor()));
    }

    private boolean hand(StoredEvent event) {
        try {
            handlers.getOrDefault(event.type(), List.of()).forEach(handler -> handler.handle(event));
            return true;
        } catch (RuntimeException e) {
            retryLater(event, e);
            return false;
        }
    }

    private void retryLater(StoredEvent event, RuntimeException failure) {
        if (event.attempts() >= properties.maxAttempts()) {
            LOG.error("Event {} {} given up after {} attempts", event.type(), event.id(), event.attempts(), failure);
            queue.giveUp(event);
        } else {
            LOG.warn("Event {} {} failed, attempt {}", event.type(), event.id(), event.attempts(), failure);
            queue.putBack(event, clock.instant().plus(properties.retryAfter(event.attempts())));
        }
    }
}
