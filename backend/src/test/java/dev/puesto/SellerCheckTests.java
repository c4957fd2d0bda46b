package dev.puesto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.puesto.tax.TaxReference;
import dev.puesto.tax.TaxSettings;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class SellerCheckTests {

    @Autowired
    TaxReference taxes;

    @Test
    void refusesToStartForASellerOfACountryWithoutATaxRate() {
        assertThatThrownBy(() -> check("US", Set.of()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("collects tax in US (puesto.tax.country");
    }

    @Test
    void refusesToStartForARegistrationInACountryWithoutATaxRateAndSaysWhatToDo() {
        assertThatThrownBy(() -> check("ES", Set.of("FR", "fr", "BR"))).satisfies(failure -> {
            var analysis = Objects.requireNonNull(new StartFailureAnalyzer().analyze(failure));
            assertThat(analysis.getDescription()).contains("collects tax in BR, fr (");
            assertThat(analysis.getAction()).contains("tax_country", "tax_rate");
        });
    }

    @Test
    void letsSellersOfEverySeededCountryStart() {
        Set<String> seeded = taxes.policy().rates().countries().keySet();
        assertThat(seeded).hasSizeGreaterThanOrEqualTo(30);
        seeded.forEach(country -> assertThatCode(() -> check(country, seeded)).doesNotThrowAnyException());
    }

    private void check(String country, Set<String> registrations) {
        new SellerCheck(new TaxSettings(country, ZoneOffset.UTC, registrations), taxes).afterPropertiesSet();
    }
}
