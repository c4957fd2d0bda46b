package dev.puesto.db;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jooq.Constants;

/** A digest of all that the generated sources follow from, kept beside them: while it is the same, they are up to date. */
final class SchemaFingerprint {

    private final Path file;

    SchemaFingerprint(Path file) {
        this.file = file;
    }

    boolean matches() throws IOException {
        return Files.exists(file) && Files.readString(file).equals(current());
    }

    void keep() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, current());
    }

    /** jOOQ's version, the migrations, the roles and the generator itself. */
    private static String current() throws IOException {
        MessageDigest digest = sha256();
        digest.update(Constants.FULL_VERSION.getBytes(StandardCharsets.UTF_8));
        Path module = module();
        if (Files.isDirectory(module)) {
            addSources(module, digest);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(module)) {
                addSources(jar.getPath("/"), digest);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void addSources(Path root, MessageDigest digest) throws IOException {
        try (Stream<Path> paths =
                Stream.concat(Files.walk(root.resolve("db")), Files.walk(root.resolve("dev/puesto/db")))) {
            for (Path source : paths.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(source.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(source));
            }
        }
    }

    /** This module's folder of classes, or its jar. */
    private static Path module() {
        try {
            return Path.of(SchemaFingerprint.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
