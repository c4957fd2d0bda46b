package dev.puesto.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The data folder of an embedded server, and what is run on it. */
final class PostgresCluster {

    private final PostgresBinaries binaries;
    private final Path data;
    private final DatabaseLogins logins;

    PostgresCluster(PostgresBinaries binaries, Path data, DatabaseLogins logins) {
        this.binaries = binaries;
        this.data = data;
        this.logins = logins;
    }

    /** Makes the data folder where it is not there; one that was cut off half-way leaves nothing behind. */
    void createIfMissing() {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path fresh = data.resolveSibling(data.getFileName() + ".fresh");
        Folders.delete(fresh);
        try {
            Path password = Files.createTempFile("puesto", ".password");
            try {
                Files.writeString(password, logins.superuser());
                run(List.of(
                        binaries.program("initdb"),
                        "--pgdata=" + fresh,
                        "--username=postgres",
                        "--auth=scram-sha-256",
                        "--pwfile=" + password,
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=icu",
                        "--icu-locale=und"));
            } finally {
                Files.delete(password);
            }
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PostgresUnavailable("The data folder " + data + " could not be made", e);
        }
    }

    /** Stops the server that a run before left behind, if there is one, and waits for its end. */
    void stopLeftOver() {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            var command = List.of(
                    binaries.program("pg_ctl"), "stop", "--pgdata=" + data, "--mode=fast", "--wait", "--timeout=60");
            PostgresProcess.run(command);
        }
    }

    /** Starts the server with settings of the form {@code name=value}. */
    PostgresProcess start(List<String> settings) {
        var command = new ArrayList<>(List.of(binaries.program("postgres"), "-D", data.toString()));
        for (String setting : settings) {
            command.add("-c");
            command.add(setting);
        }
        return PostgresProcess.start(command, data.resolveSibling("postgresql.log"));
    }

    private static void run(List<String> command) {
        PostgresProcess.Outcome outcome = PostgresProcess.run(command);
        if (!outcome.succeeded()) {
            throw new PostgresUnavailable("The embedded PostgreSQL could not be set up: "
                    + outcome.output().strip());
        }
    }
}
