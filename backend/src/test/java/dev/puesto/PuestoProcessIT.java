package dev.puesto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.db.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar on its own machine: started, crashed, started twice. */
class PuestoProcessIT {

    @TempDir
    private Path home;

    @Test
    void answersWithThePageAndRefusesASecondStartBesideIt(@TempDir Path otherHome) throws Exception {
        try (var puesto = PuestoProcess.start(home)) {
            assertThatPageIsServed(puesto);
            assertThat(puesto.output()).doesNotContain("Not ready for real customers");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(home.resolve("postgresql/database-logins.properties"))))
                    .isEqualTo("rw-------");

            assertThatStartIsRefused(
                    PuestoProcess.launch(home),
                    "The folder " + home + " (PUESTO_HOME) is in use by another Puesto, process ",
                    "set PUESTO_HOME to another folder");
            assertThatStartIsRefused(
                    PuestoProcess.launch(otherHome, puesto.port(), PuestoProcess.freePort()),
                    "Port " + puesto.port() + " is taken by another program.",
                    "SERVER_PORT");
            assertThatPageIsServed(puesto);
        }
    }

    @Test
    void losesNothingAndLeavesNoServerBehindHoweverItEnds() throws Exception {
        var killed = PuestoProcess.start(home);
        writeReferenceVersion(killed, 4711);
        ProcessHandle postgres = killed.postgres();
        killed.crash();
        postgres.onExit().get(60, TimeUnit.SECONDS);

        var killedWithItsSupervisor = PuestoProcess.start(home);
        assertThat(referenceVersion(killedWithItsSupervisor)).isEqualTo(4711);
        writeReferenceVersion(killedWithItsSupervisor, 4712);
        ProcessHandle orphan = killedWithItsSupervisor.postgres();
        orphan.parent().orElseThrow().destroyForcibly();
        killedWithItsSupervisor.crash();
        assertThat(orphan.isAlive()).isTrue();

        var stopped = PuestoProcess.start(home);
        assertThat(orphan.isAlive()).isFalse();
        assertThat(referenceVersion(stopped)).isEqualTo(4712);
        ProcessHandle last = stopped.postgres();
        stopped.close();
        assertThat(last.isAlive()).isFalse();
    }

    @Test
    void startsNothingEmbeddedOnADatabaseOfYourOwn() throws Exception {
        try (EmbeddedPostgres yours = EmbeddedPostgres.throwaway(Path.of("target", "postgresql"));
                var puesto = PuestoProcess.start(
                        home,
                        "--spring.datasource.url=" + yours.url(),
                        "--spring.datasource.password=" + yours.logins().app(),
                        "--spring.flyway.password=" + yours.logins().owner(),
                        "--puesto.jooq.job-password=" + yours.logins().job())) {
            assertThatPageIsServed(puesto);
            assertThat(home.resolve("postgresql")).doesNotExist();
            assertThat(home.resolve("demo-credentials.json")).doesNotExist();
            assertThat(puesto.output().lines().filter(line -> line.contains("Not ready for real customers")))
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains("WARN", "sandbox gateway", "VIES");
            assertThat(count(yours, "account")).isZero();
            assertThat(count(yours, "flyway_schema_history")).isPositive();
        }
    }

    private static long count(EmbeddedPostgres database, String table) throws Exception {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void assertThatPageIsServed(PuestoProcess puesto) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var page = client.send(
                    HttpRequest.newBuilder(URI.create(puesto.url() + "/")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<title>Puesto</title>");
        }
    }

    private static void assertThatStartIsRefused(PuestoProcess refused, String reason, String remedy) {
        assertThat(refused.awaitExit()).isEqualTo(1);
        assertThat(refused.output()).contains(reason, remedy).doesNotContain("\tat ");
    }

    private static void writeReferenceVersion(PuestoProcess puesto, long version) throws Exception {
        try (Connection connection = puesto.connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("update reference_version set version = " + version + " where name = 'tax'");
        }
    }

    private static long referenceVersion(PuestoProcess puesto) throws Exception {
        try (Connection connection = puesto.connectAsOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version from reference_version where name = 'tax'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
