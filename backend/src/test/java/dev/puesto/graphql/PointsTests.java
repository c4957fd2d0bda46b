package dev.puesto.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.puesto.access.Viewer;
import dev.puesto.api.ErrorCode;
import dev.puesto.api.Refusal;
import dev.puesto.id.ApiClientId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class PointsTests {
    private final Points points = new Points(new GraphQlSettings(
            DataSize.ofKilobytes(1), Duration.ofSeconds(1), 1, 1, 1, 1, 1, 1, 1, 1, 100, 1, Duration.ofSeconds(1)));

    @Test
    void savedPointsAreSpentAndThenRefusedWithTheTimeToWait() {
        Viewer client = client();
        assertThat(points.spend(client, 60)).isEqualTo(40);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> points.spend(client, 60))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                    assertThat((long) refusal.arguments()[0]).isBetween(18L, 20L);
                });
    }

    @Test
    void oneClientSpendsNothingOfAnothers() {
        points.spend(client(), 100);
        assertThat(points.spend(client(), 100)).isZero();
    }

    @Test
    void refusedClientIsToldWhenToComeBack() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        points.describe(response, Refusal.of(ErrorCode.RATE_LIMITED, 7L));
        assertThat(response.getHeader("Retry-After")).isEqualTo("7");
        assertThat(response.getHeader("RateLimit")).isEqualTo("\"points\";r=0;t=7");
        assertThat(response.getHeader("RateLimit-Policy")).isEqualTo("\"points\";q=100;w=100");
    }

    @Test
    void byDefaultAClientAsksForADearestDocumentAFewTimesASecond() {
        GraphQlSettings byDefault = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("puesto.graphql", GraphQlSettings.class);
        assertThat(byDefault.pointsKept()).isGreaterThan(10 * byDefault.cost());
        assertThat(byDefault.pointsPerSecond()).isBetween(5 * byDefault.cost(), 10 * byDefault.cost());
    }

    private static Viewer client() {
        return new Viewer.ApiClient(new ApiClientId(UUID.randomUUID()), "c", Set.of(), Set.of());
    }
}
