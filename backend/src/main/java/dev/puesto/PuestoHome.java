package dev.puesto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder {@code puesto.home}, held by at most one running Puesto with an embedded database.
 *
 * @param folder absolute
 * @param lock ends with the process, however that ends, so that no stale one can be left behind; it also ends when
 *     nothing refers to it any more
 */
record PuestoHome(Path folder, FileLock lock) {

    /**
     * Makes the folder where it is not there and holds it.
     *
     * @throws StartRefused where another Puesto holds it, or it cannot be written
     */
    static PuestoHome held(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new PuestoHome(home, hold(home));
        } catch (IOException e) {
            throw new StartRefused(
                    "The folder " + home + " (PUESTO_HOME) cannot be used: " + e + ".",
                    "Make it writable, or set PUESTO_HOME to a folder that is.");
        }
    }

    /** Lets another Puesto have the folder. */
    void release() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLock hold(Path home) throws IOException {
        Path lockFile = home.resolve("lock");
        FileChannel channel = FileChannel.open(
                lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            throw new StartRefused(
                    "The folder " + home + " (PUESTO_HOME) is in use by another Puesto, process "
                            + Files.readString(lockFile).strip() + ".",
                    "Stop that one, or set PUESTO_HOME to another folder.");
        }
        String process = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0).write(ByteBuffer.wrap(process.getBytes(StandardCharsets.UTF_8)));
        return lock;
    }
}
