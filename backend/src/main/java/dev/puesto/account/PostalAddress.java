package dev.puesto.account;

import org.jspecify.annotations.Nullable;

/**
 * Where a customer is.
 *
 * @param country two letters by ISO 3166-1
 */
public record PostalAddress(String line1, @Nullable String line2, String postalCode, String city, String country) {}
