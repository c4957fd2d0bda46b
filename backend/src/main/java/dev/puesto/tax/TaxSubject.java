package dev.puesto.tax;

import org.jspecify.annotations.Nullable;

/**
 * What matters of a customer for its tax.
 *
 * @param country by ISO 3166
 * @param business whether the customer is a business; else a private person
 * @param taxIdState what the check of its VAT number said; null without a number
 * @param taxIdCountry the country of its VAT number by ISO 3166; null without a number
 */
public record TaxSubject(
        String country,
        boolean business,
        @Nullable TaxIdState taxIdState,
        @Nullable String taxIdCountry) {

    public TaxSubject {
        if ((taxIdState == null) != (taxIdCountry == null)) {
            throw new IllegalArgumentException("A tax id has both a state and a country");
        }
    }

    /** The same customer with another number, as {@code taxIdToAdd} wants it previewed. */
    public TaxSubject with(CheckedTaxId taxId) {
        return new TaxSubject(country, business, taxId.state(), taxId.number().country());
    }
}
