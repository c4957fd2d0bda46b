package dev.puesto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.core.env.Environment;

/** The folder that keeps what must outlast a run: {@code PUESTO_HOME}, by default {@code ~/.puesto}. */
record PuestoHome(Path folder) {

    /** The folder of this environment, made where it is not there, for its owner alone. */
    static PuestoHome of(Environment environment) {
        Path folder = Path.of(environment.getProperty("puesto.home", System.getProperty("user.home") + "/.puesto"))
                .toAbsolutePath();
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PuestoHome(folder);
    }
}
