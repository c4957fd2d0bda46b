package dev.puesto.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostTermTests {
    @Test
    void variableMultipliesWhatIsBelowIt() {
        CostTerm page = CostTerm.of(2).timesVariable("n", null).plus(CostTerm.of(1));
        assertThat(page.points(Map.of("n", 50))).isEqualTo(101);
        assertThat(page.points(Map.of("n", List.of("a", "b")))).isEqualTo(5);
    }

    @Test
    void variableThatIsNotGivenCountsAsItsDefaultOrTheLargestPage() {
        assertThat(CostTerm.of(1).timesVariable("n", 7).points(Map.of())).isEqualTo(7);
        assertThat(CostTerm.of(1).timesVariable("n", null).points(Map.of())).isEqualTo(100);
    }

    @Test
    void absurdSizesCountAsTheNearestPage() {
        CostTerm page = CostTerm.of(1).timesVariable("n", null);
        assertThat(page.points(Map.of("n", Long.MAX_VALUE))).isEqualTo(100);
        assertThat(page.points(Map.of("n", -5))).isEqualTo(1);
    }

    @Test
    void nestedPagesNeverOverflow() {
        CostTerm cost = CostTerm.of(1);
        for (int i = 0; i < 25; i++) {
            cost = cost.timesVariable("n", null).plus(CostTerm.of(1)).times(100);
        }
        assertThat(cost.points(Map.of())).isPositive();
    }
}
