package dev.puesto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder {@code puesto.home}, held by at most one running Puesto with an embedded database. */
record PuestoHome(Path folder) {

    /**
     * Makes the folder where it is not there and holds it until the JVM ends, however it ends.
     *
     * @throws StartRefused where another Puesto holds it, or it cannot be written
     */
    static PuestoHome held(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            hold(home);
            return new PuestoHome(home);
        } catch (IOException e) {
            throw new StartRefused(
                    "The folder " + home + " (PUESTO_HOME) cannot be used: " + e + ".",
                    "Make it writable, or set PUESTO_HOME to a folder that is.");
        }
    }

    /** The channel stays open on purpose: the lock ends with the process, and no stale one can be left behind. */
    private static void hold(Path home) throws IOException {
        Path lockFile = home.resolve("lock");
        FileChannel lock = FileChannel.open(
                lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new StartRefused(
                    "The folder " + home + " (PUESTO_HOME) is in use by another Puesto, process "
                            + Files.readString(lockFile).strip() + ".",
                    "Stop that one, or set PUESTO_HOME to another folder.");
        }
        lock.truncate(0);
        String process = Long.toString(ProcessHandle.current().pid());
        lock.write(ByteBuffer.wrap(process.getBytes(StandardCharsets.UTF_8)));
    }
}
