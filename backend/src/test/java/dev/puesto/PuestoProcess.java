package dev.puesto;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * The real jar in a process of its own, as an operator runs it, on free ports of 127.0.0.1; since it lives for seconds, its
 * JVM compiles quickly rather than well.
 */
public final class PuestoProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final Path home;
    private final int port;
    private final int managementPort;
    private final Path output;
    private final Process process;

    private PuestoProcess(Path home, int port, int managementPort, Path output, Process process) {
        this.home = home;
        this.port = port;
        this.managementPort = managementPort;
        this.output = output;
        this.process = process;
    }

    /** Starts the jar on a home folder and does not wait for it. */
    public static PuestoProcess launch(Path home, String... settings) throws IOException {
        return launch(home, freePort(), freePort(), settings);
    }

    static PuestoProcess launch(Path home, int port, int managementPort, String... settings) throws IOException {
        Path output = Files.createTempFile("puesto-", ".log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                System.getProperty("puesto.jar"),
                "--puesto.home=" + home,
                "--server.port=" + port,
                "--management.server.port=" + managementPort));
        command.addAll(Arrays.asList(settings));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new PuestoProcess(home, port, managementPort, output, process);
    }

    /** Starts the jar on a home folder and waits until it is ready. */
    public static PuestoProcess start(Path home, String... settings) throws IOException {
        return launch(home, settings).awaitReady();
    }

    /** Waits until it is ready for requests; fails with its output where it ends before. */
    public PuestoProcess awaitReady() {
        Awaitility.await()
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .failFast(this::failWhereEnded)
                .until(this::isReady);
        return this;
    }

    /** Its address, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** All that it has written so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "unreadable: " + e;
        }
    }

    /** Ends it as a crash would ({@code kill -9}); its database stops by itself soon after. */
    public void crash() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Waits until it has ended by itself. */
    public int awaitExit() {
        return process.onExit()
                .orTimeout(START_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join()
                .exitValue();
    }

    /** Asks it to end (SIGTERM) and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        awaitExit();
    }

    /** The main process of the embedded PostgreSQL that runs on its home. */
    ProcessHandle postgres() throws IOException {
        long pid = Long.parseLong(postmasterFile().getFirst());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** A connection to its embedded database as the login that owns the schema. */
    public Connection connectAsOwner() throws IOException, SQLException {
        var logins = new Properties();
        try (var file = Files.newBufferedReader(home.resolve("postgresql/database-logins.properties"))) {
            logins.load(file);
        }
        int databasePort = Integer.parseInt(postmasterFile().get(3));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/puesto",
                "puesto_owner",
                logins.getProperty("puesto_owner"));
    }

    private List<String> postmasterFile() throws IOException {
        return Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"));
    }

    private void failWhereEnded() {
        if (!process.isAlive()) {
            throw new AssertionError("ended before it was ready: " + output());
        }
    }

    private boolean isReady() throws InterruptedException {
        var readiness = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
