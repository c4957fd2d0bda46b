package dev.puesto.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EUR 1234.50 | en | €1,234.50
            EUR 1234.50 | es | 1.234,50_€
            EUR -181.50 | en | −€181.50
            EUR -181.50 | es | −181,50_€
            JPY 48000   | en | ¥48,000
            KWD 1.250   | en | KWD_1.250
            USD 0.00    | en | $0.00
            """)
    void writesAmountsInTheFormOfTheLocaleWithTheDigitsOfTheCurrency(String amount, String locale, String text) {
        assertThat(MoneyText.of(Money.parse(amount), Locale.of(locale)).replace('\u00a0', '_'))
                .isEqualTo(text);
    }
}
