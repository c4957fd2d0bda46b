package dev.puesto.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What documents print of the seller, and how they are numbered.
 *
 * @param seller the vendor; its country is {@code puesto.tax.country}
 * @param series one or more names of capitals, digits and hyphens, at most 20 characters; accounts are spread over them,
 *     so that more documents can be issued in a second where the law allows several series
 */
@ConfigurationProperties("puesto.document")
record DocumentSettings(
        @DefaultValue Seller seller, @DefaultValue("A") List<String> series) {

    /**
     * The seller's name and address.
     *
     * @param name as registered
     * @param line1 street and number
     * @param line2 second line of the address, if it has one
     * @param postalCode of the address
     * @param city of the address
     * @param taxId its VAT number with prefix
     */
    record Seller(
            @DefaultValue("Puesto Demo, S.L.") String name,
            @DefaultValue("Calle de Alcalá 1") String line1,
            @Nullable String line2,
            @DefaultValue("28014") String postalCode,
            @DefaultValue("Madrid") String city,
            @DefaultValue("ESB12345674") @Nullable String taxId) {}
}
