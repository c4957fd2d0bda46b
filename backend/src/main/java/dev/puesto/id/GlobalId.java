package dev.puesto.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * An object's id in the API: opaque, and unique among all objects. It holds the GraphQL type, the account and the
 * object, so that one look-up by a primary key loads any node. Its text ({@link #toString()}) is what {@code ID!} shows.
 *
 * <p>Text that is no global id reads as {@link #NOTHING}, which names no object: it is answered like any id of an
 * object that does not exist.
 *
 * @param type the name of the GraphQL type
 * @param account the account that the object belongs to; the object itself for an account; zeros for the installation's objects
 * @param object the object's own id
 */
public record GlobalId(String type, AccountId account, UUID object) {
    private static final byte VERSION = 1;
    private static final int TEXT_LENGTH_MAX = 120;
    private static final AccountId NONE = new AccountId(new UUID(0, 0));

    /** The id that names no object. */
    public static final GlobalId NOTHING = new GlobalId("", NONE, NONE.value());

    /** The id of an account. */
    public static GlobalId of(AccountId account) {
        return new GlobalId("Account", account, account.value());
    }

    /** The id of an object that belongs to an account. */
    public static GlobalId of(String type, AccountId account, EntityId object) {
        return new GlobalId(type, account, object.value());
    }

    /** The id of an object that belongs to no account: catalog, people. */
    public static GlobalId of(String type, EntityId object) {
        return new GlobalId(type, NONE, object.value());
    }

    /** Reads the text of an id; never fails. */
    public static GlobalId valueOf(String text) {
        try {
            return text.length() > TEXT_LENGTH_MAX ? NOTHING : read(text);
        } catch (RuntimeException e) {
            return NOTHING;
        }
    }

    private static GlobalId read(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        byte version = bytes.get();
        byte[] type = new byte[Byte.toUnsignedInt(bytes.get())];
        bytes.get(type);
        AccountId account = new AccountId(new UUID(bytes.getLong(), bytes.getLong()));
        UUID object = new UUID(bytes.getLong(), bytes.getLong());
        GlobalId id = new GlobalId(new String(type, StandardCharsets.US_ASCII), account, object);
        return version == VERSION && id.toString().equals(text) ? id : NOTHING;
    }

    /** The object's typed id, if this names an object of that type: {@code id.as("Product", ProductId::new)}. */
    public <T> Optional<T> as(String expectedType, Function<UUID, T> typed) {
        return type.equals(expectedType) ? Optional.of(typed.apply(object)) : Optional.empty();
    }

    /** The object's typed id, if this names an object of that type in that account. */
    public <T> Optional<T> in(AccountId expectedAccount, String expectedType, Function<UUID, T> typed) {
        return account.equals(expectedAccount) ? as(expectedType, typed) : Optional.empty();
    }

    /** The account, if this names one; zeros otherwise, which name none. */
    public AccountId asAccount() {
        return type.equals("Account") && account.value().equals(object) ? account : NONE;
    }

    @Override
    public String toString() {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(2 + name.length + 4 * Long.BYTES);
        bytes.put(VERSION).put((byte) name.length).put(name);
        bytes.putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits());
        bytes.putLong(object.getMostSignificantBits()).putLong(object.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
