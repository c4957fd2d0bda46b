package dev.puesto.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTests {

    @ParameterizedTest
    @CsvSource({
        "JPY, 1250, 1250",
        "EUR, 1250, 12.50",
        "EUR, -5, -0.05",
        "KWD, 1250, 1.250",
        "ISK, 1250, 1250",
        "HUF, 1250, 12.50",
        "IQD, 1250, 1.250",
        "EUR, 9007199254740991, 90071992547409.91"
    })
    void writesAnAmountWithTheDigitsOfIso4217(String currency, long minor, String expected) {
        assertThat(Amounts.decimal(Amounts.ofMinor(CurrencyUnit.of(currency), minor)))
                .isEqualTo(expected);
    }

    @Test
    void refusesWhatIsBeyondTheLargestAmount() {
        assertThatExceptionOfType(AmountOutOfRange.class)
                .isThrownBy(() -> Amounts.ofMinor(CurrencyUnit.EUR, Amounts.MAXIMUM_MINOR + 1));
        assertThatExceptionOfType(AmountOutOfRange.class).isThrownBy(() -> Amounts.plus(Amounts.MAXIMUM_MINOR, 1));
        assertThatExceptionOfType(AmountOutOfRange.class)
                .isThrownBy(() -> Amounts.plus(Long.MAX_VALUE, Long.MAX_VALUE));
        assertThatExceptionOfType(AmountOutOfRange.class)
                .isThrownBy(() -> Amounts.times(Long.MAX_VALUE, Long.MAX_VALUE));
        assertThatExceptionOfType(AmountOutOfRange.class).isThrownBy(() -> Amounts.times(1L << 52, 2));
    }

    @Test
    void keepsTheLargestAmountExact() {
        assertThat(Amounts.minor(Amounts.ofMinor(CurrencyUnit.JPY, Amounts.MAXIMUM_MINOR)))
                .isEqualTo(9_007_199_254_740_991L);
        assertThat(Amounts.times(1_000_000_000, 1_000_000)).isEqualTo(1_000_000_000_000_000L);
        assertThat(Amounts.times(-3, 7)).isEqualTo(-21);
    }
}
