package dev.puesto.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTests {

    @ParameterizedTest
    @CsvSource({"15, 30, 1/2", "0, 30, 0/1", "30, 30, 1/1", "881112, 2419200, 36713/100800"})
    void isInLowestTerms(long numerator, long denominator, String expected) {
        assertThat(new Fraction(numerator, denominator)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "3, 2", "1, 0", "0, -1"})
    void refusesWhatIsNoShareOfAWhole(long numerator, long denominator) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Fraction(numerator, denominator));
    }

    @Test
    void takesItsPartOfAnAmountRoundedHalfUp() {
        assertThat(new Fraction(1, 2).of(5)).isEqualTo(3);
        assertThat(new Fraction(2, 7).of(10_000)).isEqualTo(2_857);
        assertThat(Fraction.ONE.of(9_007_199_254_740_991L)).isEqualTo(9_007_199_254_740_991L);
    }
}
