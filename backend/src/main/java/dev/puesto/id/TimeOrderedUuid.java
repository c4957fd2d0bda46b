package dev.puesto.id;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Makes UUIDs of version 7 (RFC 9562) where rows of one transaction refer to each other, so that an id must be known
 * before its row is written. Elsewhere the database makes them.
 */
public final class TimeOrderedUuid {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedUuid() {}

    /** A new one, of this millisecond. */
    public static UUID next() {
        long random = RANDOM.nextLong();
        long high = System.currentTimeMillis() << 16 | VERSION | random >>> 52;
        return new UUID(high, RANDOM.nextLong() >>> 2 | VARIANT);
    }
}
