package dev.puesto.access;

import static dev.puesto.jooq.Tables.INSTALLATION_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.access.InstallationSecrets.Secret;
import dev.puesto.jooq.JobDb;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class InstallationSecretsTests {
    private static final String NAME = "cursor";
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    @Autowired
    InstallationSecrets secrets;

    @Autowired
    JobDb db;

    @BeforeEach
    void noSecretOfThatName() {
        db.sql()
                .deleteFrom(INSTALLATION_SECRET)
                .where(INSTALLATION_SECRET.NAME.eq(NAME))
                .execute();
    }

    @Test
    void instancesThatStartAtOnceMakeOneFirstSecret() throws Exception {
        CyclicBarrier noneFound = new CyclicBarrier(2);
        Callable<List<Secret>> instance = () -> secrets.validOrMade(NAME, () -> made(noneFound), NOW);
        try (var instances = Executors.newFixedThreadPool(2)) {
            List<String> ids = instances.invokeAll(List.of(instance, instance)).stream()
                    .map(answer -> answer.resultNow().getFirst().id())
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(1);
        }
        assertThat(secrets.valid(NAME)).hasSize(1);
    }

    @Test
    void anotherFirstSecretIsMadeWhereAllAreRetired() {
        String first =
                secrets.validOrMade(NAME, () -> new byte[32], NOW).getFirst().id();
        db.sql()
                .update(INSTALLATION_SECRET)
                .set(INSTALLATION_SECRET.RETIRED_AT, NOW)
                .where(INSTALLATION_SECRET.NAME.eq(NAME))
                .execute();
        assertThat(secrets.validOrMade(NAME, () -> new byte[32], NOW).getFirst().id())
                .isNotEqualTo(first);
    }

    private static byte[] made(CyclicBarrier together) {
        try {
            together.await(10, TimeUnit.SECONDS);
            return new byte[32];
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
