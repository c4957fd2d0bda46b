package dev.puesto.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.ApartServer;
import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** A client that asks for too much at once, through HTTP. */
@PuestoTest
@ContextConfiguration(initializers = ApartServer.class)
class RateLimitTests {
    /** Costs more than half of what a client has. */
    private static final String DEAR = "{ products(first: 20) { nodes { name } } }";

    @Autowired
    TestApi api;

    @Test
    void clientThatSpentItsPointsIsToldWhenToComeBackAndOthersGoOn() {
        TestApi.Client client = api.client();
        TestApi.Answer answer = client.post(DEAR);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.number("extensions.cost.limit")).isPositive();
        TestApi.Answer refused = client.inSpanish().post(DEAR);
        for (int i = 0; refused.status() == 200 && i < ApartServer.POINTS; i++) {
            refused = client.inSpanish().post(DEAR);
        }
        assertThat(refused.status()).as(refused.body()).isEqualTo(429);
        assertThat(refused.errorCodes()).containsExactly("RATE_LIMITED");
        long seconds = Long.parseLong(refused.header("Retry-After"));
        assertThat(seconds).isBetween(1L, (long) ApartServer.POINTS);
        assertThat(refused.header("RateLimit")).isEqualTo("\"points\";r=0;t=" + seconds);
        assertThat(refused.header("RateLimit-Policy"))
                .isEqualTo("\"points\";q=" + ApartServer.POINTS + ";w=" + ApartServer.POINTS);
        assertThat(refused.text("errors.0.message")).contains(String.valueOf(seconds));
        assertThat(api.client().post(DEAR).status()).isEqualTo(200);
    }
}
