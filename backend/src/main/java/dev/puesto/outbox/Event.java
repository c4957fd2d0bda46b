package dev.puesto.outbox;

/**
 * Something that happened to an account. A record of the feature that raises it; it holds ids only: whoever tells of it
 * reads what it prints when it sends.
 */
public interface Event {

    /** The name under which it is kept: the record's. */
    default String type() {
        return getClass().getSimpleName();
    }

    /** Raised when the record's components change their meaning. */
    default int version() {
        return 1;
    }
}
