package dev.puesto.checkout;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the application and PostgreSQL, understands as much of the protocol as tells one statement from the next,
 * and cuts the connection before or after the n-th one: after means that the server has carried it out and the application
 * does not hear of it.
 */
final class CuttingProxy implements AutoCloseable {
    private static final int PROTOCOL_3 = 3 << 16;
    private static final byte[] FLUSH = {'H', 0, 0, 0, 4};

    /** Where to cut: counts down the statements of all connections. */
    record Cut(int statement, boolean after, AtomicInteger seen) {

        static Cut at(int statement, boolean after) {
            return new Cut(statement, after, new AtomicInteger());
        }

        /** Whether so many statements came. */
        boolean happened() {
            return seen.get() >= statement;
        }
    }

    private final ServerSocket listening;
    private final int serverPort;
    private final AtomicReference<@Nullable Cut> armed = new AtomicReference<>();

    CuttingProxy(int serverPort) {
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.serverPort = serverPort;
        Thread.ofVirtual().name("proxy").start(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** From now on counts statements and cuts once. */
    void arm(Cut cut) {
        armed.set(cut);
    }

    void disarm() {
        armed.set(null);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            new Connection(client, new Socket(InetAddress.getLoopbackAddress(), serverPort)).run();
        } catch (IOException e) {
            closeQuietly(client);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            Thread.yield();
        }
    }

    private final class Connection {
        private final Socket client;
        private final Socket server;
        private final AtomicInteger unanswered = new AtomicInteger();
        private volatile boolean holdAnswers;

        Connection(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void run() {
            Thread.ofVirtual().start(() -> pump(this::answers));
            pump(this::requests);
        }

        private interface Work {
            void run() throws IOException;
        }

        private void pump(Work work) {
            try {
                work.run();
            } catch (IOException e) {
                Thread.yield();
            } finally {
                closeQuietly(client);
                closeQuietly(server);
            }
        }

        private void requests() throws IOException {
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            DataOutputStream out = new DataOutputStream(server.getOutputStream());
            startUp(in, out);
            while (true) {
                int type = in.read();
                if (type < 0) {
                    return;
                }
                byte[] message = message(type, in);
                boolean statement = type == 'E' || type == 'Q';
                Cut cut = statement ? armed.get() : null;
                boolean here = cut != null && cut.seen().incrementAndGet() == cut.statement();
                if (here && !cut.after()) {
                    armed.set(null);
                    return;
                }
                if (statement) {
                    unanswered.incrementAndGet();
                }
                holdAnswers = here;
                out.write(message);
                out.flush();
                if (here) {
                    armed.set(null);
                    carriedOut(out);
                    return;
                }
            }
        }

        /** Waits until the server has answered everything that it got. */
        private void carriedOut(DataOutputStream out) throws IOException {
            out.write(FLUSH);
            out.flush();
            synchronized (unanswered) {
                while (unanswered.get() > 0 && !server.isClosed()) {
                    try {
                        unanswered.wait(1_000);
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
            }
        }

        private static void startUp(DataInputStream in, DataOutputStream out) throws IOException {
            int code;
            do {
                int length = in.readInt();
                byte[] rest = in.readNBytes(length - Integer.BYTES);
                code = ByteBuffer.wrap(rest).getInt();
                out.writeInt(length);
                out.write(rest);
                out.flush();
            } while (code != PROTOCOL_3 && code >>> 16 != 3);
        }

        private static byte[] message(int type, DataInputStream in) throws IOException {
            int length = in.readInt();
            byte[] message = new byte[1 + length];
            ByteBuffer.wrap(message).put((byte) type).putInt(length);
            in.readFully(message, 1 + Integer.BYTES, length - Integer.BYTES);
            return message;
        }

        /** Passes answers on; the first bytes may be the one-letter answers to requests for encryption. */
        private void answers() throws IOException {
            DataInputStream in = new DataInputStream(new BufferedInputStream(server.getInputStream()));
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            while (true) {
                int type = in.read();
                if (type < 0) {
                    return;
                }
                if (type == 'N' && in.available() == 0) {
                    out.write(type);
                    out.flush();
                    continue;
                }
                byte[] message = message(type, in);
                if (type == 'C' || type == 's' || type == 'I' || type == 'E') {
                    answered(type);
                }
                if (!holdAnswers) {
                    out.write(message);
                    out.flush();
                }
            }
        }

        private void answered(int type) {
            synchronized (unanswered) {
                if (type == 'E') {
                    unanswered.set(0);
                } else {
                    unanswered.decrementAndGet();
                }
                unanswered.notifyAll();
            }
        }
    }
}
