package dev.puesto.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The passwords of the embedded database's superuser and of the three logins of {@code db/roles.sql}.
 *
 * @param superuser of {@code postgres}, which only the launcher uses
 * @param owner of {@value #OWNER}, which migrates
 * @param app of {@value #APP}, which serves requests
 * @param job of {@value #JOB}, which works across accounts
 */
public record DatabaseLogins(String superuser, String owner, String app, String job) {

    public static final String OWNER = "puesto_owner";
    public static final String APP = "puesto_app";
    public static final String JOB = "puesto_job";

    private static final int PASSWORD_BYTES = 24;

    /** Fresh random passwords. */
    static DatabaseLogins generated() {
        var random = new SecureRandom();
        return new DatabaseLogins(password(random), password(random), password(random), password(random));
    }

    /** The passwords kept in a file that its owner alone can read; they are made where the file is not there. */
    static DatabaseLogins keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                generated().keepIn(file);
            }
            var kept = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
            return new DatabaseLogins(
                    kept.getProperty("postgres"),
                    kept.getProperty(OWNER),
                    kept.getProperty(APP),
                    kept.getProperty(JOB));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statements of {@code db/roles.sql} with these passwords in the place of psql's variables. */
    String rolesSql() {
        try (InputStream sql = DatabaseLogins.class.getResourceAsStream("/db/roles.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(":'owner_password'", quoted(owner))
                    .replace(":'app_password'", quoted(app))
                    .replace(":'job_password'", quoted(job));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepIn(Path file) throws IOException {
        var kept = new Properties();
        kept.setProperty("postgres", superuser);
        kept.setProperty(OWNER, owner);
        kept.setProperty(APP, app);
        kept.setProperty(JOB, job);
        Path fresh = Files.createTempFile(
                file.getParent(),
                "logins",
                ".properties",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            kept.store(writer, "Passwords of the embedded PostgreSQL");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password(SecureRandom random) {
        var bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
