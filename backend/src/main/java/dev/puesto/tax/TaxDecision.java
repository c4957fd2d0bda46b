package dev.puesto.tax;

import dev.puesto.api.Messages;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * The tax group of a sale, and why. A value: two decisions that are equal tax alike for the same reason.
 *
 * @param group what the sale's lines belong to
 * @param reason stable, for programs
 * @param customerCountry the country of the customer, by ISO 3166
 */
public record TaxDecision(TaxGroup group, TaxReason reason, String customerCountry) {

    /** How and why the sale is taxed, for people. */
    public String sentence(Messages messages, Locale locale) {
        return messages.text(
                locale,
                "tax.reason." + reason.name(),
                rate(locale),
                name(group.country(), locale),
                name(customerCountry, locale));
    }

    private String rate(Locale locale) {
        return NumberFormat.getInstance(Messages.spoken(locale)).format(BigDecimal.valueOf(group.rateBasisPoints(), 2));
    }

    private static String name(String country, Locale locale) {
        return Locale.of("", country).getDisplayCountry(Messages.spoken(locale));
    }
}
