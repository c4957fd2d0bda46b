package dev.puesto;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineCheckTests {
    private static final Duration DEADLINE = Duration.ofSeconds(4);

    @ParameterizedTest
    @ValueSource(longs = {4_000, 5_000})
    void refusesToStartWhereARepeatedCheckoutOutlivesItsRequest(long replayWait) {
        assertThatThrownBy(() -> new DeadlineCheck(Duration.ofMillis(replayWait), DEADLINE).afterPropertiesSet())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("waits " + replayWait + " ms", "ends after 4000 ms");
    }

    @Test
    void letsAShorterWaitStart() {
        assertThatCode(() -> new DeadlineCheck(Duration.ofSeconds(3), DEADLINE).afterPropertiesSet())
                .doesNotThrowAnyException();
    }
}
