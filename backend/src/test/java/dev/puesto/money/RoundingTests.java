package dev.puesto.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTests {

    @ParameterizedTest
    @CsvSource({
        "5, 1, 2, 3",
        "-5, 1, 2, -3",
        "1, 1, 3, 0",
        "2, 1, 3, 1",
        "-2, 1, 3, -1",
        "0, 7, 9, 0",
        "9007199254740991, 1, 1, 9007199254740991",
        "9007199254740991, 10000, 10000, 9007199254740991",
        "-9007199254740991, 2592000, 2592000, -9007199254740991"
    })
    void roundsHalvesAwayFromZero(long minor, long numerator, long denominator, long expected) {
        assertThat(Rounding.share(minor, numerator, denominator)).isEqualTo(expected);
    }

    @Test
    void roundsTheExactRationalWhateverItsSize() {
        qt().forAll(
                        longs().between(-Amounts.MAXIMUM_MINOR, Amounts.MAXIMUM_MINOR),
                        longs().between(0, 31_622_400_000L),
                        longs().between(1, 31_622_400_000L))
                .check((minor, numerator, denominator) ->
                        Rounding.share(minor, Math.min(numerator, denominator), denominator)
                                == decimal(minor, Math.min(numerator, denominator), denominator));
    }

    @Test
    void refusesAResultBeyondTheLargestAmount() {
        assertThatExceptionOfType(AmountOutOfRange.class).isThrownBy(() -> Rounding.share(Amounts.MAXIMUM_MINOR, 2, 1));
        assertThatExceptionOfType(AmountOutOfRange.class)
                .isThrownBy(() -> Rounding.round(BigInteger.TWO.pow(80), BigInteger.ONE));
    }

    @Test
    void refusesADenominatorThatIsNotAboveZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rounding.share(1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Rounding.round(BigInteger.ONE, BigInteger.ZERO));
    }

    private static long decimal(long minor, long numerator, long denominator) {
        return BigDecimal.valueOf(minor)
                .multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
