package dev.puesto.payment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a provider keeps for us of a customer's card or account.
 *
 * @param token to charge with; never logged, never shown
 * @param brand for people, for example {@code Visa}
 * @param lastDigits the last four
 * @param expiresOn the last day that it can be charged; null if it has none
 */
public record KeptToken(
        String token,
        String brand,
        String lastDigits,
        @Nullable LocalDate expiresOn) {

    @Override
    public String toString() {
        return brand + " " + lastDigits;
    }
}
