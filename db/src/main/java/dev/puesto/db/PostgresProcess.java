package dev.puesto.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server under a small supervisor: a shell that holds the server as its child and waits for the end of its own
 * standard input, the other end of which this JVM holds. When the JVM ends, by whatever cause ({@code kill -9}
 * included), the pipe closes and the shell stops the server in an orderly way.
 *
 * <p>The server runs in a session of its own, so that Ctrl-C in a terminal reaches the application first. PostgreSQL
 * refuses to run as root; there it runs in a user namespace of its own, where it is nobody.
 */
final class PostgresProcess {

    /** SIGINT is PostgreSQL's fast shutdown. Descriptor 3 keeps the pipe, which a shell takes from background jobs. */
    private static final String SUPERVISOR = """
            exec 3<&0
            "$@" 3<&- </dev/null &
            server=$!
            { cat <&3 >/dev/null; kill -INT "$server"; } 2>/dev/null &
            watch=$!
            wait "$server"
            status=$?
            kill "$watch" 2>/dev/null
            exit "$status"
            """;

    private static final Logger log = LoggerFactory.getLogger(PostgresProcess.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 20;

    private final Process supervisor;
    private final Path serverLog;

    private PostgresProcess(Process supervisor, Path serverLog) {
        this.supervisor = supervisor;
        this.serverLog = serverLog;
    }

    static PostgresProcess start(List<String> command, Path serverLog) {
        var supervised = new ArrayList<>(List.of("setsid", "sh", "-c", SUPERVISOR, "puesto-postgres"));
        supervised.addAll(command);
        try {
            Process process = new ProcessBuilder(asOrdinaryUser(supervised))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(serverLog.toFile()))
                    .start();
            return new PostgresProcess(process, serverLog);
        } catch (IOException e) {
            throw new PostgresUnavailable("The embedded PostgreSQL could not be started", e);
        }
    }

    /** Runs one of PostgreSQL's programs to its end. */
    static Outcome run(List<String> command) {
        return outcome(asOrdinaryUser(command));
    }

    private static Outcome outcome(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new PostgresUnavailable("The embedded PostgreSQL could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresUnavailable("The start of the embedded PostgreSQL was interrupted", e);
        }
    }

    /** Waits until the server takes connections. */
    Connection awaitConnection(Connector connector) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (supervisor.isAlive() && System.nanoTime() < deadline) {
            try {
                return connector.connect();
            } catch (SQLException e) {
                log.trace("not yet: {}", e.getMessage());
                pause();
            }
        }
        stop();
        throw new PostgresUnavailable("The embedded PostgreSQL did not start: " + lastLines());
    }

    void stop() {
        try {
            supervisor.getOutputStream().close();
            if (!supervisor.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("The embedded PostgreSQL did not end within {} s", STOP_LIMIT.toSeconds());
            }
        } catch (IOException e) {
            log.warn("The embedded PostgreSQL could not be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(serverLog);
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "see " + serverLog;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> asOrdinaryUser(List<String> command) {
        if (!System.getProperty("user.name").equals("root")) {
            return command;
        }
        if (!UserNamespaces.OPEN) {
            throw PostgresUnavailable.asRoot();
        }
        var unshared = new ArrayList<>(List.of("unshare", "--user"));
        unshared.addAll(command);
        return unshared;
    }

    /** Whether this machine lets us run a program in a user namespace of its own: found out once, by trying. */
    private static final class UserNamespaces {

        private static final boolean OPEN = open();

        private static boolean open() {
            try {
                return outcome(List.of("unshare", "--user", "true")).succeeded();
            } catch (PostgresUnavailable e) {
                return false;
            }
        }
    }

    /** What a program answered. */
    record Outcome(int status, String output) {

        boolean succeeded() {
            return status == 0;
        }
    }

    /** Opens a connection, or fails while the server is not ready. */
    @FunctionalInterface
    interface Connector {

        Connection connect() throws SQLException;
    }
}
