package dev.puesto.document;

import org.jspecify.annotations.Nullable;

/**
 * Seller or buyer as a document prints it, frozen at issue.
 *
 * @param version of this form
 * @param country by ISO 3166
 * @param taxId the VAT number with prefix; null for none
 */
public record Party(
        int version,
        String name,
        String line1,
        @Nullable String line2,
        String postalCode,
        String city,
        String country,
        @Nullable String taxId) {

    /** The version that is written today. */
    public static final int VERSION = 1;
}
