package dev.puesto.seatquote;

import dev.puesto.id.AccountId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signed statement that a seat quote's id is: when it was priced, until when it is valid, and a digest of what was
 * asked and answered. Nothing of it is secret, and nobody without a key can make one.
 *
 * @param digest of {@link SeatQuoteDigest}
 */
record SeatQuoteId(Instant asOf, Instant validUntil, byte[] digest) {
    private static final byte VERSION = 1;
    private static final int DIGEST_BYTES = 32;
    private static final int SIGNATURE_BYTES = 32;
    private static final int BODY_BYTES = 1 + 2 * Long.BYTES + DIGEST_BYTES;
    private static final int TEXT_LENGTH = (BODY_BYTES + SIGNATURE_BYTES) * 4 / 3 + 4;

    /** Its text, signed for an account. */
    String sign(AccountId account, byte[] key) {
        var body = body();
        var signed = ByteBuffer.allocate(BODY_BYTES + SIGNATURE_BYTES).put(body).put(signature(account, body, key));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed.array());
    }

    /** The statement of a text that one of the keys signed for that account; empty for any other text. */
    static Optional<SeatQuoteId> read(String text, AccountId account, Collection<byte[]> keys) {
        try {
            var bytes = text.length() > TEXT_LENGTH
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(text);
            return bytes.length == BODY_BYTES + SIGNATURE_BYTES ? read(bytes, account, keys) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean states(SeatQuote quote) {
        return MessageDigest.isEqual(digest, SeatQuoteDigest.of(quote));
    }

    private static Optional<SeatQuoteId> read(byte[] bytes, AccountId account, Collection<byte[]> keys) {
        var body = new byte[BODY_BYTES];
        var signature = new byte[SIGNATURE_BYTES];
        ByteBuffer.wrap(bytes).get(body).get(signature);
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(signature, signature(account, body, key)))
                ? read(ByteBuffer.wrap(body))
                : Optional.empty();
    }

    private static Optional<SeatQuoteId> read(ByteBuffer body) {
        if (body.get() != VERSION) {
            return Optional.empty();
        }
        var asOf = Instant.ofEpochSecond(body.getLong());
        var validUntil = Instant.ofEpochSecond(body.getLong());
        var digest = new byte[DIGEST_BYTES];
        body.get(digest);
        return Optional.of(new SeatQuoteId(asOf, validUntil, digest));
    }

    private byte[] body() {
        return ByteBuffer.allocate(BODY_BYTES)
                .put(VERSION)
                .putLong(asOf.getEpochSecond())
                .putLong(validUntil.getEpochSecond())
                .put(digest)
                .array();
    }

    private static byte[] signature(AccountId account, byte[] body, byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(account.value().toString().getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
