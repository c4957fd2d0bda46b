package dev.puesto.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.document.DocumentTax.StatedTax;
import dev.puesto.tax.TaxGroup;
import dev.puesto.tax.TaxRates;
import dev.puesto.tax.TaxRates.ExchangeRate;
import dev.puesto.tax.TaxRates.TaxCountry;
import dev.puesto.tax.TaxTreatment;
import dev.puesto.tax.Taxed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaxStatementTests {
    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-27");
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-30");
    private static final TaxGroup SPANISH = TaxGroup.standard("ES", 2_100);
    private static final TaxGroup NORWEGIAN = TaxGroup.standard("NO", 2_500);

    @Test
    void statesSpanishTaxOfDollarsInEurosAtTheLastRateKnown() {
        assertThat(state(SPANISH, 21_000, "USD"))
                .isEqualTo(new StatedTax("EUR", 18_261, new BigDecimal("0.86956522"), "dollars", FRIDAY));
    }

    @Test
    void statesNorwegianTaxOfDollarsOverTheEuro() {
        assertThat(state(NORWEGIAN, 25_000, "USD"))
                .isEqualTo(new StatedTax("NOK", 250_000, new BigDecimal("10.00000000"), "dollars", FRIDAY));
    }

    @Test
    void mindsTheDigitsOfEachCurrency() {
        assertThat(state(SPANISH, 21_000, "JPY"))
                .isEqualTo(new StatedTax("EUR", 10_500, new BigDecimal("0.00500000"), "yen", FRIDAY));
    }

    @Test
    void statesNothingInTheDocumentsOwnCurrencyOrWithoutTaxOrWithoutARate() {
        assertThat(state(SPANISH, 21_000, "EUR")).isNull();
        assertThat(state(TaxGroup.untaxed("ES", TaxTreatment.REVERSE_CHARGE), 0, "USD"))
                .isNull();
        assertThat(state(SPANISH, 21_000, "GBP")).isNull();
    }

    private static @Nullable StatedTax state(TaxGroup group, long taxMinor, String currency) {
        return TaxStatement.of(new Taxed(group, 100_000, taxMinor), CurrencyUnit.of(currency), rates(), MONDAY);
    }

    private static TaxRates rates() {
        return new TaxRates(
                1,
                Map.of("ES", country("ES", "EUR"), "NO", country("NO", "NOK")),
                Map.of("USD", on("1.15", "dollars"), "NOK", on("11.5", "crowns"), "JPY", on("200", "yen")));
    }

    private static NavigableMap<LocalDate, ExchangeRate> on(String unitsPerEuro, String source) {
        return new TreeMap<>(Map.of(FRIDAY, new ExchangeRate(FRIDAY, new BigDecimal(unitsPerEuro), source)));
    }

    private static TaxCountry country(String code, String currency) {
        return new TaxCountry(code, currency, null, null, new TreeMap<>());
    }
}
