package dev.puesto.tax;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A VAT number with what its check said.
 *
 * @param number well-formed, its checksum right
 * @param state what the checker answered
 * @param checkedAt when; null if it did not answer
 * @param reference the authority's proof of having been asked; null if it gave none
 */
public record CheckedTaxId(
        TaxIdNumber number,
        TaxIdState state,
        @Nullable Instant checkedAt,
        @Nullable String reference) {}
