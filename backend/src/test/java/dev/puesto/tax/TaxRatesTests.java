package dev.puesto.tax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The seeded standard rates, against what the European Commission and the other countries' authorities publish. */
@PuestoTest
class TaxRatesTests {

    private static final String IN_2026 = """
            AT 2000 BE 2100 BG 2000 CY 1900 CZ 2100 DE 1900 DK 2500 EE 2400 ES 2100 FI 2550 FR 2000 GR 2400 HR 2500 HU 2700
            IE 2300 IT 2200 LT 2100 LU 1700 LV 2100 MT 1800 NL 2100 PL 2300 PT 2300 RO 2100 SE 2500 SI 2200 SK 2300
            GB 2000 CH 810 NO 2500""";

    @Autowired
    TaxReference reference;

    @Test
    void everySeededCountryHasItsStandardRateOf2026() {
        TaxRates rates = reference.policy().rates();
        String[] words = IN_2026.split("\\s+");
        LocalDate day = LocalDate.parse("2026-11-01");
        Map<String, Integer> seeded = rates.countries().keySet().stream()
                .collect(Collectors.toMap(country -> country, country -> rates.standardRate(country, day)));
        assertThat(seeded).hasSize(words.length / 2);
        for (int i = 0; i < words.length; i += 2) {
            assertThat(seeded).containsEntry(words[i], Integer.valueOf(words[i + 1]));
        }
    }

    @ParameterizedTest(name = "{0}: {2} until {1}, then {3}")
    @CsvSource({
        "DE, 2020-07-01, 1900, 1600",
        "DE, 2021-01-01, 1600, 1900",
        "EE, 2024-01-01, 2000, 2200",
        "EE, 2025-07-01, 2200, 2400",
        "FI, 2024-09-01, 2400, 2550",
        "IE, 2020-09-01, 2300, 2100",
        "IE, 2021-03-01, 2100, 2300",
        "LU, 2023-01-01, 1700, 1600",
        "LU, 2024-01-01, 1600, 1700",
        "RO, 2025-08-01, 1900, 2100",
        "SK, 2025-01-01, 2000, 2300",
        "CH, 2024-01-01, 770, 810"
    })
    void aRateChangesOnItsDay(String country, LocalDate day, int before, int from) {
        TaxRates rates = reference.policy().rates();
        assertThat(rates.standardRate(country, day.minusDays(1))).isEqualTo(before);
        assertThat(rates.standardRate(country, day)).isEqualTo(from);
    }
}
