package dev.puesto.tax;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who confirms VAT numbers.
 *
 * @param checker {@code SANDBOX} knows the published sandbox numbers only; {@code VIES} asks the European Commission
 * @param viesUrl where VIES answers, ending with a slash
 * @param requester the seller's own VAT number, with which VIES gives a proof of having been asked; empty: none
 * @param timeout how long to wait for an answer
 */
@ConfigurationProperties("puesto.tax.check")
record TaxCheckSettings(
        @DefaultValue("SANDBOX") Checker checker,

        @DefaultValue("https://ec.europa.eu/taxation_customs/vies/rest-api/")
        URI viesUrl,

        @DefaultValue("") String requester,
        @DefaultValue("2s") Duration timeout) {

    /** The adapters of {@link TaxIdChecker}. */
    enum Checker {
        SANDBOX,
        VIES
    }
}
