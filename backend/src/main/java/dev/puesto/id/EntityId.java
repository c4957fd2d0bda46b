package dev.puesto.id;

import java.util.UUID;

/** The identity of one entity, typed, so that an id of one kind is never taken for another's. */
public interface EntityId {

    /** What the database holds: a UUID of version 7. */
    UUID value();
}
