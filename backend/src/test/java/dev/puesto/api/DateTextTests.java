package dev.puesto.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DateTextTests {
    /** The console's tests read it too. */
    private static final Path CASES = Path.of("../web-console/src/lib/dates.json");

    @Test
    void writesEveryMonthAsTheConsoleDoes() {
        JsonNode cases = new JsonMapper().readTree(CASES);
        assertThat(cases).hasSize(12).allSatisfy(each -> {
            LocalDate date = LocalDate.parse(each.get("date").asString());
            assertThat(DateText.of(date, Locale.of("es", "ES")))
                    .isEqualTo(each.get("es").asString());
            assertThat(DateText.of(date, Locale.ENGLISH))
                    .isEqualTo(each.get("en").asString());
            assertThat(DateText.of(date, Locale.GERMAN))
                    .isEqualTo(each.get("en").asString());
        });
    }
}
