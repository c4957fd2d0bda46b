package dev.puesto.tax;

import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.TaxIdId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A VAT number of an account.
 *
 * @param country by ISO 3166
 * @param number with its prefix
 * @param checkedAt when its check was answered; null if it was not
 */
public record TaxId(
        AccountId accountId,
        TaxIdId taxIdId,
        String country,
        String number,
        TaxIdState state,
        @Nullable Instant checkedAt,
        Instant createdAt) {

    /** Its type in the API. */
    public static final String TYPE = "TaxId";

    /** Its id in the API. */
    public GlobalId id() {
        return GlobalId.of(TYPE, accountId, taxIdId);
    }
}
