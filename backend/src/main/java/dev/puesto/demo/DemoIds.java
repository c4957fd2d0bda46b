package dev.puesto.demo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of demo rows: of version 7, and the same on every machine, so that a load which was cut short goes on where it stopped. */
final class DemoIds {

    /** 2026-01-01T00:00:00Z, in the 48 bits in which version 7 keeps milliseconds. */
    private static final long MILLISECONDS = 1_767_225_600_000L << 16;

    private static final long VERSION = 0x7000L;
    private static final long RANDOM_BITS_BESIDE_VERSION = 0x0FFFL;

    private DemoIds() {}

    /** The id of what a kind of table calls so. */
    static UUID of(String kind, String code) {
        UUID name = UUID.nameUUIDFromBytes((kind + "/" + code).getBytes(StandardCharsets.UTF_8));
        long high = MILLISECONDS | VERSION | name.getMostSignificantBits() & RANDOM_BITS_BESIDE_VERSION;
        return new UUID(high, name.getLeastSignificantBits());
    }
}
