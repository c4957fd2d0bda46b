package dev.puesto.payment;

import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PaymentMethodId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A means of payment that an account keeps with the provider.
 *
 * @param gateway the provider's name
 * @param token the provider's; never logged, never shown
 * @param preferred whether it pays where none is named
 */
public record PaymentMethod(
        AccountId accountId,
        PaymentMethodId paymentMethodId,
        String gateway,
        String token,
        String brand,
        String lastDigits,
        @Nullable LocalDate expiresOn,
        boolean preferred,
        Instant createdAt) {

    /** Its type in the API. */
    static final String TYPE = "PaymentMethod";

    /** A method of what the provider keeps. */
    public static PaymentMethod of(
            AccountId account,
            PaymentMethodId id,
            String gateway,
            KeptToken kept,
            boolean preferred,
            Instant createdAt) {
        return new PaymentMethod(
                account,
                id,
                gateway,
                kept.token(),
                kept.brand(),
                kept.lastDigits(),
                kept.expiresOn(),
                preferred,
                createdAt);
    }

    PaymentMethod asPreferred() {
        return new PaymentMethod(
                accountId, paymentMethodId, gateway, token, brand, lastDigits, expiresOn, true, createdAt);
    }

    /** Its id in the API. */
    public GlobalId id() {
        return GlobalId.of(TYPE, accountId, paymentMethodId);
    }

    /** Whether it can still be charged on a day. */
    public boolean isUsableOn(LocalDate day) {
        return isUsable(expiresOn, day);
    }

    /** The same for one of which nothing but its last day was read; null: it has none. */
    public static boolean isUsable(@Nullable LocalDate expiresOn, LocalDate day) {
        return expiresOn == null || !expiresOn.isBefore(day);
    }

    @Override
    public String toString() {
        return brand + " " + lastDigits;
    }
}
