package dev.puesto.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A PostgreSQL 18 of our own on a free port of 127.0.0.1, with the database {@value #DATABASE} and the three logins of
 * {@code db/roles.sql} in it. It listens on no other address and asks for passwords.
 *
 * <p>The server ends with the JVM, however that ends: see {@link PostgresProcess}.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String DATABASE = "puesto";
    private static final List<String> DURABLE = List.of("fsync=on", "synchronous_commit=on", "max_connections=100");
    private static final List<String> QUICK =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300");

    private final PostgresProcess process;
    private final int port;
    private final DatabaseLogins logins;
    private final Path throwaway;

    private EmbeddedPostgres(PostgresProcess process, int port, DatabaseLogins logins, Path throwaway) {
        this.process = process;
        this.port = port;
        this.logins = logins;
        this.throwaway = throwaway;
    }

    /**
     * Starts the server whose data stays below a folder, and creates the data there the first time. What was committed
     * survives a crash of the machine. A server that an earlier run left there is stopped first.
     *
     * <p>The caller sees to it that nobody else uses the folder.
     *
     * @throws PostgresUnavailable where the server cannot run here
     */
    public static EmbeddedPostgres durable(Path folder) {
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(folder);
        DatabaseLogins logins = DatabaseLogins.keptIn(folder.resolve("database-logins.properties"));
        var cluster = new PostgresCluster(binaries, folder.resolve("data"), logins);
        cluster.stopLeftOver();
        cluster.createIfMissing();
        return start(cluster, logins, DURABLE, null);
    }

    /**
     * Starts a server with empty data for tests and builds: quick, not durable, and deleted when closed.
     *
     * @param folder where the programs are kept between runs
     */
    public static EmbeddedPostgres throwaway(Path folder) {
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(folder);
        DatabaseLogins logins = DatabaseLogins.generated();
        Path data = temporaryFolder(folder);
        var cluster = new PostgresCluster(binaries, data.resolve("data"), logins);
        cluster.createIfMissing();
        return start(cluster, logins, QUICK, data);
    }

    private static EmbeddedPostgres start(
            PostgresCluster cluster, DatabaseLogins logins, List<String> durability, Path throwaway) {
        int port = freePort();
        var settings = new ArrayList<>(durability);
        settings.addAll(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "timezone=UTC",
                "shared_buffers=256MB",
                "jit=off"));
        var postgres = new EmbeddedPostgres(cluster.start(settings), port, logins, throwaway);
        postgres.createDatabaseIfMissing();
        return postgres;
    }

    /** The address of the database for JDBC, without a login. */
    public String url() {
        return url(DATABASE);
    }

    /** The logins of the database. */
    public DatabaseLogins logins() {
        return logins;
    }

    /** Stops the server in an orderly way and waits until it has ended. */
    @Override
    public void close() {
        process.stop();
        if (throwaway != null) {
            Folders.delete(throwaway);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Connects as the superuser, for tests and tools that look at the whole database. */
    public Connection connectAsSuperuser() throws SQLException {
        return connectAsSuperuser(DATABASE);
    }

    private Connection connectAsSuperuser(String database) throws SQLException {
        var login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", logins.superuser());
        return DriverManager.getConnection(url(database), login);
    }

    /** A start cut off between the two steps finds the database without its logins, and goes on there. */
    private void createDatabaseIfMissing() {
        try (Connection connection = process.awaitConnection(() -> connectAsSuperuser("postgres"));
                Statement statement = connection.createStatement()) {
            if (isEmpty(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE);
            }
            if (isEmpty(statement, "select from pg_roles where rolname = '" + DatabaseLogins.OWNER + "'")) {
                createRoles();
            }
        } catch (SQLException e) {
            process.stop();
            throw new PostgresUnavailable("The embedded PostgreSQL could not be set up", e);
        }
    }

    private void createRoles() throws SQLException {
        try (Connection connection = connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(logins.rolesSql());
            connection.commit();
        }
    }

    private static boolean isEmpty(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static Path temporaryFolder(Path folder) {
        try {
            return Files.createTempDirectory(folder, "throwaway-");
        } catch (IOException e) {
            throw new PostgresUnavailable("No folder could be made in " + folder, e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PostgresUnavailable("No free port was found on 127.0.0.1", e);
        }
    }
}
