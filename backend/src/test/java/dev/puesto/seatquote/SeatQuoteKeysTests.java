package dev.puesto.seatquote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.access.InstallationSecrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class SeatQuoteKeysTests {
    private static final SeatQuoteSettings SETTINGS =
            new SeatQuoteSettings(Duration.ofMinutes(30), Duration.ofDays(30));

    @Autowired
    InstallationSecrets secrets;

    @Test
    void keepsTheOldKeyForCheckingWhenAFreshOneSigns() {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var before = keysAt(now).signing(now);
        var monthsLater = now.plus(Duration.ofDays(60));
        keysAt(monthsLater).rotate();

        var keys = keysAt(monthsLater);
        assertThat(keys.signing(monthsLater))
                .as("until every instance knows the fresh one")
                .isEqualTo(before);
        var signing = keys.signing(monthsLater.plusSeconds(120));
        assertThat(signing).isNotEqualTo(before);
        assertThat(keys.checking(monthsLater.plusSeconds(120))).contains(before, signing);

        keysAt(monthsLater.plusSeconds(200)).rotate();
        assertThat(keysAt(monthsLater.plusSeconds(200)).checking(monthsLater.plusSeconds(200)))
                .as("a key that has just begun is not replaced")
                .contains(before, signing);
    }

    private SeatQuoteKeys keysAt(Instant now) {
        return new SeatQuoteKeys(secrets, SETTINGS, Clock.fixed(now, ZoneOffset.UTC));
    }
}
