package dev.puesto.tax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.api.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The decision over the seeded rates. */
@PuestoTest
class TaxPolicyTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    @Autowired
    TaxReference reference;

    @Autowired
    Messages messages;

    @ParameterizedTest(name = "seller {0}, registered in {1}: {2} business {3} number {4} {5} is {6} {7} {8}, {9}")
    @CsvSource({
        "ES, '', ES, true,  VALID,      ES, ES, STANDARD,       2100, DOMESTIC",
        "ES, '', ES, false, ,           ,   ES, STANDARD,       2100, DOMESTIC",
        "ES, '', DE, true,  VALID,      DE, DE, REVERSE_CHARGE, 0,    REVERSE_CHARGE",
        "ES, DE, DE, true,  VALID,      DE, DE, REVERSE_CHARGE, 0,    REVERSE_CHARGE",
        "ES, '', DE, true,  UNVERIFIED, DE, ES, STANDARD,       2100, TAX_ID_UNVERIFIED",
        "ES, '', DE, true,  INVALID,    DE, ES, STANDARD,       2100, TAX_ID_INVALID",
        "ES, '', DE, true,  ,           ,   ES, STANDARD,       2100, TAX_ID_MISSING",
        "ES, '', DE, true,  VALID,      FR, ES, STANDARD,       2100, TAX_ID_OF_ANOTHER_COUNTRY",
        "ES, '', DE, true,  VALID,      ES, ES, STANDARD,       2100, TAX_ID_OF_ANOTHER_COUNTRY",
        "ES, '', DE, false, ,           ,   ES, STANDARD,       2100, PRIVATE_CUSTOMER",
        "ES, DE, DE, false, ,           ,   DE, STANDARD,       1900, PRIVATE_CUSTOMER",
        "ES, DE, DE, true,  UNVERIFIED, DE, DE, STANDARD,       1900, TAX_ID_UNVERIFIED",
        "ES, '', GB, true,  VALID,      GB, GB, OUTSIDE_SCOPE,  0,    OUTSIDE_TAX_AREA",
        "ES, GB, GB, true,  VALID,      GB, GB, STANDARD,       2000, REGISTERED_ABROAD",
        "ES, '', US, false, ,           ,   US, OUTSIDE_SCOPE,  0,    OUTSIDE_TAX_AREA",
        "ES, CH, CH, true,  ,           ,   CH, STANDARD,       810,  REGISTERED_ABROAD",
        "GB, '', GB, true,  ,           ,   GB, STANDARD,       2000, DOMESTIC",
        "GB, '', FR, false, ,           ,   FR, OUTSIDE_SCOPE,  0,    OUTSIDE_TAX_AREA",
        "GB, FR, FR, false, ,           ,   FR, STANDARD,       2000, PRIVATE_CUSTOMER",
        "GB, '', FR, true,  VALID,      FR, FR, REVERSE_CHARGE, 0,    REVERSE_CHARGE"
    })
    void decides(
            String seller,
            String registration,
            String country,
            boolean business,
            TaxIdState state,
            String taxIdCountry,
            String groupCountry,
            TaxTreatment treatment,
            int rate,
            TaxReason reason) {
        var decision =
                policy(seller, registration).decide(new TaxSubject(country, business, state, taxIdCountry), TODAY);
        assertThat(decision.group()).isEqualTo(new TaxGroup(groupCountry, treatment, rate));
        assertThat(decision.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "AT, 2000", "BE, 2100", "BG, 2000", "CY, 1900", "CZ, 2100", "DE, 1900", "DK, 2500", "EE, 2400", "ES, 2100",
        "FI, 2550", "FR, 2000", "GR, 2400", "HR, 2500", "HU, 2700", "IE, 2300", "IT, 2200", "LT, 2100", "LU, 1700",
        "LV, 2100", "MT, 1800", "NL, 2100", "PL, 2300", "PT, 2300", "RO, 2100", "SE, 2500", "SI, 2200", "SK, 2300",
        "GB, 2000", "CH, 810", "NO, 2500"
    })
    void knowsTodaysStandardRate(String country, int rate) {
        assertThat(reference.policy().rates().standardRate(country, TODAY)).isEqualTo(rate);
    }

    @Test
    void changesRateAtMidnightInTheSellersZone() {
        var policy = policy("DE", "");
        var customer = new TaxSubject("DE", false, null, null);
        assertThat(policy.decide(customer, Instant.parse("2020-12-31T22:59:59Z"))
                        .group()
                        .rateBasisPoints())
                .isEqualTo(1600);
        assertThat(policy.decide(customer, Instant.parse("2020-12-31T23:00:00Z"))
                        .group()
                        .rateBasisPoints())
                .isEqualTo(1900);
    }

    @Test
    void theUnitedKingdomLeftTheVatAreaWithTheYear2020() {
        var policy = policy("ES", "");
        var customer = new TaxSubject("GB", true, TaxIdState.VALID, "GB");
        assertThat(policy.decide(customer, LocalDate.parse("2020-12-31")).reason())
                .isEqualTo(TaxReason.REVERSE_CHARGE);
        assertThat(policy.decide(customer, LocalDate.parse("2021-01-01")).reason())
                .isEqualTo(TaxReason.OUTSIDE_TAX_AREA);
    }

    @ParameterizedTest
    @EnumSource(TaxReason.class)
    void saysItsReasonInBothLanguages(TaxReason reason) {
        var decision = new TaxDecision(TaxGroup.standard("FI", 2550), reason, "DE");
        assertThat(decision.sentence(messages, Locale.ENGLISH))
                .doesNotContain("{")
                .contains("VAT");
        assertThat(decision.sentence(messages, Locale.of("es")))
                .doesNotContain("{")
                .contains("IVA");
    }

    @Test
    void saysTheRateAndTheCountryInTheReadersWay() {
        var decision = new TaxDecision(TaxGroup.standard("FI", 2550), TaxReason.TAX_ID_MISSING, "DE");
        assertThat(decision.sentence(messages, Locale.of("es"))).contains("Finlandia al 25,5 %", "Alemania");
        assertThat(decision.sentence(messages, Locale.ENGLISH)).contains("25.5% VAT of Finland", "Germany");
    }

    private TaxPolicy policy(String seller, String registration) {
        var registrations = registration.isEmpty() ? Set.<String>of() : Set.of(registration);
        var settings = new TaxSettings(seller, ZoneId.of("Europe/Berlin"), registrations);
        return new TaxPolicy(settings, reference.policy().rates());
    }
}
