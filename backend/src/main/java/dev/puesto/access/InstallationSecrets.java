package dev.puesto.access;

import static dev.puesto.jooq.Tables.INSTALLATION_SECRET;

import dev.puesto.jooq.JobDb;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jooq.Records;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * The keys that sign tokens and seat quotes. They lie in the database, so that every instance has the same and they
 * outlast a restart, encrypted by a secret that the database never sees.
 */
@Component
public class InstallationSecrets {
    private static final int SALT_BYTES = 8;

    private final JobDb db;
    private final String keySecret;
    private final Map<String, BytesEncryptor> encryptors = new ConcurrentHashMap<>();

    InstallationSecrets(JobDb db, AccessSettings settings, @Value("${puesto.home}") Path home) {
        this.db = db;
        this.keySecret = KeySecret.of(settings.keySecret(), home);
    }

    /**
     * A secret of the installation.
     *
     * @param id names it among those of its kind
     * @param value in the clear
     * @param signsFrom from when it is used to sign; it is valid for checking before
     */
    public record Secret(String id, byte[] value, Instant signsFrom) {}

    /** The secrets of that name that are not retired, the one that began to sign last first. */
    public List<Secret> valid(String name) {
        return db
                .sql()
                .select(INSTALLATION_SECRET.ID, INSTALLATION_SECRET.SECRET, INSTALLATION_SECRET.SIGNS_FROM)
                .from(INSTALLATION_SECRET)
                .where(INSTALLATION_SECRET.NAME.eq(name))
                .and(INSTALLATION_SECRET.RETIRED_AT.isNull())
                .orderBy(INSTALLATION_SECRET.SIGNS_FROM.desc(), INSTALLATION_SECRET.ID)
                .fetch(Records.mapping(Secret::new))
                .stream()
                .map(stored -> new Secret(stored.id(), decrypt(stored.value()), stored.signsFrom()))
                .toList();
    }

    /** The secrets of that name, after making the first one if there is none: one, however many instances start at once. */
    public List<Secret> validOrMade(String name, Supplier<byte[]> maker, Instant now) {
        List<Secret> valid = valid(name);
        return valid.isEmpty() ? firstMade(name, maker, now) : valid;
    }

    /** They are counted before it is seen that none is valid: who counts the same makes the same one, and the database keeps one. */
    private List<Secret> firstMade(String name, Supplier<byte[]> maker, Instant now) {
        int madeBefore = db.sql().fetchCount(INSTALLATION_SECRET, INSTALLATION_SECRET.NAME.eq(name));
        if (valid(name).isEmpty()) {
            insert(name, "first-" + madeBefore, maker.get(), now, now);
        }
        return valid(name);
    }

    /** Adds a secret that begins to sign at an instant. */
    public void add(String name, byte[] value, Instant signsFrom, Instant now) {
        insert(name, UUID.randomUUID().toString(), value, signsFrom, now);
    }

    private void insert(String name, String id, byte[] value, Instant signsFrom, Instant now) {
        db.sql()
                .insertInto(INSTALLATION_SECRET)
                .set(INSTALLATION_SECRET.NAME, name)
                .set(INSTALLATION_SECRET.ID, id)
                .set(INSTALLATION_SECRET.SECRET, encrypt(value))
                .set(INSTALLATION_SECRET.CREATED_AT, now)
                .set(INSTALLATION_SECRET.SIGNS_FROM, signsFrom)
                .onConflictDoNothing()
                .execute();
    }

    /** Retires all but the two secrets of that name that begin to sign last. */
    public void retireAllButTwo(String name, Instant now) {
        List<String> old = valid(name).stream().skip(2).map(Secret::id).toList();
        db.sql()
                .update(INSTALLATION_SECRET)
                .set(INSTALLATION_SECRET.RETIRED_AT, now)
                .where(INSTALLATION_SECRET.NAME.eq(name))
                .and(INSTALLATION_SECRET.ID.in(old))
                .execute();
    }

    private byte[] encrypt(byte[] value) {
        byte[] salt = KeyGenerators.secureRandom(SALT_BYTES).generateKey();
        byte[] encrypted = encryptor(salt).encrypt(value);
        byte[] stored = Arrays.copyOf(salt, SALT_BYTES + encrypted.length);
        System.arraycopy(encrypted, 0, stored, SALT_BYTES, encrypted.length);
        return stored;
    }

    private byte[] decrypt(byte[] stored) {
        byte[] salt = Arrays.copyOf(stored, SALT_BYTES);
        byte[] encrypted = Arrays.copyOfRange(stored, SALT_BYTES, stored.length);
        try {
            return encryptor(salt).decrypt(encrypted);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "The keys in this database were encrypted with another secret: start with the PUESTO_HOME or the"
                            + " setting puesto.access.key-secret that they were made with.",
                    e);
        }
    }

    /** Deriving a key from the password is slow on purpose: once for each salt is enough. */
    private BytesEncryptor encryptor(byte[] salt) {
        return encryptors.computeIfAbsent(
                HexFormat.of().formatHex(salt),
                text -> AesGcmBytesEncryptor.withPassword(keySecret, text).build());
    }
}
