package dev.puesto.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * Turns the keyset of one list's item into an opaque cursor and back. A cursor holds a version, a checksum over the
 * list's name and the values, and the values; one that is damaged or of another list is refused with
 * {@link ErrorCode#BAD_CURSOR}. It opens nothing: it only names a place in a list that the viewer may read anyway.
 *
 * @param <K> the list's keyset: the values that it is ordered by, unique together
 */
public final class CursorStrategy<K> {
    private static final byte VERSION = 1;
    private static final int MAX_LENGTH = 4_000;
    private static final String NAME_ORDER = ":2";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final byte[] list;
    private final Function<K, List<String>> write;
    private final Function<List<String>, K> read;

    private CursorStrategy(String list, Function<K, List<String>> write, Function<List<String>, K> read) {
        this.list = list.getBytes(StandardCharsets.UTF_8);
        this.write = write;
        this.read = read;
    }

    /** The strategy of a list with that name; {@code read} may throw on values that are no keyset. */
    public static <K> CursorStrategy<K> of(
            String list, Function<K, List<String>> write, Function<List<String>, K> read) {
        return new CursorStrategy<>(list, write, read);
    }

    /** For a list ordered by a time-ordered id alone. */
    public static CursorStrategy<UUID> byId(String list) {
        return of(list, id -> List.of(id.toString()), values -> UUID.fromString(values.get(0)));
    }

    /**
     * For a list ordered by the key of a name and an id. A cursor says in which order names stand, and one of another order
     * is refused: to read on from it would leave out whoever stands before that place in this one.
     */
    public static CursorStrategy<TextAndId> byName(String list) {
        return of(
                list + NAME_ORDER,
                key -> List.of(key.text(), key.id().toString()),
                values -> new TextAndId(values.get(0), UUID.fromString(values.get(1))));
    }

    /** For a list ordered by an instant and an id. */
    public static CursorStrategy<InstantAndId> byInstant(String list) {
        return of(
                list,
                key -> List.of(key.instant().toString(), key.id().toString()),
                values -> new InstantAndId(Instant.parse(values.get(0)), UUID.fromString(values.get(1))));
    }

    /** A keyset of a text and an id. */
    public record TextAndId(String text, UUID id) {}

    /** A keyset of an instant and an id. */
    public record InstantAndId(Instant instant, UUID id) {}

    /** The cursor of that keyset. */
    public String write(K key) {
        List<byte[]> values = write.apply(key).stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
        int length =
                values.stream().mapToInt(value -> Short.BYTES + value.length).sum();
        ByteBuffer body = ByteBuffer.allocate(length);
        values.forEach(value -> body.putShort((short) value.length).put(value));
        ByteBuffer cursor = ByteBuffer.allocate(1 + Integer.BYTES + length);
        cursor.put(VERSION).putInt(checksum(body.array())).put(body.array());
        return ENCODER.encodeToString(cursor.array());
    }

    /** The keyset that the page goes on from; empty for a page at the list's end. */
    public Optional<K> read(PageRequest page) {
        return Optional.ofNullable(page.cursor()).map(this::read);
    }

    private K read(String cursor) {
        try {
            return read.apply(values(cursor));
        } catch (RuntimeException e) {
            throw Refusal.of(ErrorCode.BAD_CURSOR);
        }
    }

    private List<String> values(String cursor) {
        ByteBuffer bytes = ByteBuffer.wrap(DECODER.decode(cursor.length() > MAX_LENGTH ? "" : cursor));
        byte version = bytes.get();
        int checksum = bytes.getInt();
        if (version != VERSION || checksum != checksum(remaining(bytes.slice()))) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        List<String> values = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] value = new byte[Short.toUnsignedInt(bytes.getShort())];
            bytes.get(value);
            values.add(new String(value, StandardCharsets.UTF_8));
        }
        return values;
    }

    private static byte[] remaining(ByteBuffer bytes) {
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return rest;
    }

    private int checksum(byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(list);
        crc.update(body);
        return (int) crc.getValue();
    }
}
