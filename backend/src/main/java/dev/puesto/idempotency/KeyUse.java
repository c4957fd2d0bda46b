package dev.puesto.idempotency;

import dev.puesto.access.Viewer;
import dev.puesto.jooq.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A key as one request brings it.
 *
 * @param owner whose key it is; keys of two owners never meet
 * @param key made by the client
 * @param operation the mutation's name
 * @param inputHash SHA-256 of operation and input, in hexadecimal digits
 */
public record KeyUse(String owner, UUID key, String operation, String inputHash) {

    /**
     * The use of a key by that viewer.
     *
     * @param input the mutation's input, a record; two uses are of the same input if their records are equal
     */
    public static KeyUse of(Viewer viewer, UUID key, String operation, Object input) {
        return new KeyUse(viewer.actor(), key, operation, hash(operation, input));
    }

    byte[] inputHashBytes() {
        return HexFormat.of().parseHex(inputHash);
    }

    private static String hash(String operation, Object input) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Json.bytes(operation));
            return HexFormat.of().formatHex(digest.digest(Json.bytes(input)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
