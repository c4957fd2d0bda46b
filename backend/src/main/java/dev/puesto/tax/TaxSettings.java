package dev.puesto.tax;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the seller pays tax.
 *
 * @param country the seller's country by ISO 3166
 * @param timeZone the seller's zone: the date that decides on rates, and the issue date of documents, are dates in it
 * @param registrations further countries whose tax the seller collects, by ISO 3166; each EU state that the seller serves
 *     through the One Stop Shop counts
 */
@ConfigurationProperties("puesto.tax")
public record TaxSettings(
        @DefaultValue("ES") String country,
        @DefaultValue("Europe/Madrid") ZoneId timeZone,
        @DefaultValue Set<String> registrations) {

    /** The seller's date at an instant. */
    public LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, timeZone);
    }

    boolean collectsIn(String other) {
        return country.equals(other) || registrations.contains(other);
    }
}
