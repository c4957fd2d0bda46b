package dev.puesto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.tax.TaxPolicy;
import dev.puesto.tax.TaxRates;
import dev.puesto.tax.TaxRates.ExchangeRate;
import dev.puesto.tax.TaxRates.TaxCountry;
import dev.puesto.tax.TaxSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExchangeRateWarningTests {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    @Test
    void saysNothingWhereEveryPriceIsInTheCurrencyOfTheTax() {
        assertThat(sentence(Set.of("EUR"), Set.of())).isEmpty();
    }

    @Test
    void namesTheCurrenciesOfPricesWhoseRateNobodyKnows() {
        assertThat(sentence(Set.of("EUR", "USD", "JPY"), Set.of()).orElseThrow())
                .contains("No exchange rate of JPY is known", "puesto.tax.exchange-rates.url");
    }

    @Test
    void namesTheCurrencyOfACountryWhoseTaxIsCollected() {
        assertThat(sentence(Set.of("EUR"), Set.of("NO")).orElseThrow()).contains("No exchange rate of NOK is known");
    }

    private static Optional<String> sentence(Set<String> sold, Set<String> registrations) {
        var rates = new TaxRates(
                1,
                Map.of("ES", country("ES", "EUR"), "NO", country("NO", "NOK")),
                Map.of("USD", new TreeMap<>(Map.of(TODAY, new ExchangeRate(TODAY, BigDecimal.TWO, "test")))));
        var seller = new TaxSettings("ES", ZoneOffset.UTC, registrations);
        return ExchangeRateWarning.sentence(sold, new TaxPolicy(seller, rates), TODAY);
    }

    private static TaxCountry country(String code, String currency) {
        return new TaxCountry(code, currency, null, null, new TreeMap<>());
    }
}
