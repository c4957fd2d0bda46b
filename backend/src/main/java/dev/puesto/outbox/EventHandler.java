package dev.puesto.outbox;

import java.util.Set;

/**
 * Tells the world of events. A bean; called by the dispatcher's job, outside any transaction, once an event's
 * transaction has committed.
 *
 * <p>At least once: after a crash, or when another handler of the same event failed, it gets the event again, and must
 * then do nothing twice ({@link StoredEvent#id()} tells them apart).
 */
public interface EventHandler {

    /** The events that it wants. */
    Set<Class<? extends Event>> events();

    /** Takes one event; an exception means: again later. */
    void handle(StoredEvent event);
}
