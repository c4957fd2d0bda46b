package dev.puesto.partner;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The secrets of API clients: made by us with 256 random bits, so that a slow hash would protect nothing more. */
public final class ClientSecret {
    private static final int BYTES = 32;
    private static final int BCRYPT_STRENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ClientSecret() {}

    static String random() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** What encodes and checks the secrets; the encoded form names its way, so that another can follow. */
    public static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(BCRYPT_STRENGTH)));
    }
}
