package dev.puesto.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxIdNumberTests {

    static Stream<String> publishedNumbers() {
        try (var csv = TaxIdNumberTests.class.getResourceAsStream("/tax/sandbox-tax-ids.csv")) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().skip(1).map(line -> line.split(",")[0]).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("publishedNumbers")
    void readsAPublishedNumber(String number) {
        assertThat(TaxIdNumber.parse(number, "US")).map(TaxIdNumber::text).contains(number);
    }

    @ParameterizedTest
    @MethodSource("publishedNumbers")
    void refusesItWithAnotherDigit(String number) {
        assertThat(wrong(number))
                .as("numbers that differ from %s in one digit and still read", number)
                .hasSizeLessThanOrEqualTo(1);
    }

    /** Every way to replace the third digit from the end; a checksum lets at most one of nine through. */
    private static List<String> wrong(String number) {
        int place = number.endsWith("B01") || number.startsWith("SE") ? number.length() - 5 : number.length() - 4;
        return Stream.iterate('0', digit -> digit <= '9', digit -> (char) (digit + 1))
                .filter(digit -> digit != number.charAt(place))
                .map(digit -> number.substring(0, place) + digit + number.substring(place + 1))
                .filter(changed -> TaxIdNumber.parse(changed, "DE").isPresent())
                .toList();
    }

    @Test
    void coversEveryEuStateAndTheUnitedKingdom() {
        assertThat(publishedNumbers().map(number -> number.substring(0, 2)).distinct())
                .hasSize(28)
                .contains("EL", "HR", "GB");
    }

    @ParameterizedTest
    @CsvSource({
        "es b-5000.0009, ES, ES, ESB50000009",
        "B50000009, ES, ES, ESB50000009",
        "EL 500000004, GR, GR, EL500000004",
        "500000004, GR, GR, EL500000004",
        "XI 500000002, GB, GB, XI500000002",
        "GB500000002, ES, GB, GB500000002",
        "BE 1000.000.021, BE, BE, BE1000000021",
        "CHE-123.456.788 MWST, CH, CH, CHE123456788MWST"
    })
    void readsWhatAPersonTypes(String typed, String accountCountry, String country, String number) {
        assertThat(TaxIdNumber.parse(typed, accountCountry)).contains(new TaxIdNumber(country, number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ES",
                "ESB50000008",
                "BE1000000022",
                "HR50000000007",
                "😀😀😀😀",
                "DE 50000000",
                "NL123456789B99"
            })
    void refusesWhatIsNoNumber(String typed) {
        assertThat(TaxIdNumber.parse(typed, "ES")).isEmpty();
    }

    @Test
    void refusesALongText() {
        assertThat(TaxIdNumber.parse("1".repeat(100_000), "US")).isEmpty();
    }
}
