package dev.puesto.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** An SMTP server that speaks just enough to go wrong in one way. */
final class BadSmtpServer implements AutoCloseable {
    private static final String IMPATIENT = "300";

    enum Fault {
        /** 451 to every sender. */
        REFUSES_FOR_NOW,
        /** 550 to every recipient, with the address in its answer. */
        KNOWS_NO_RECIPIENT,
        /** Accepts the connection and says nothing. */
        HANGS,
        /** Reads the whole mail and hangs up before it says that it took it. */
        DROPS_AFTER_DATA
    }

    private final ServerSocket socket;
    private final Fault fault;
    private final StringBuffer received = new StringBuffer();

    private BadSmtpServer(ServerSocket socket, Fault fault) {
        this.socket = socket;
        this.fault = fault;
    }

    static BadSmtpServer start(Fault fault) {
        try {
            BadSmtpServer server = new BadSmtpServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), fault);
            Thread.ofVirtual().start(server::serve);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client of this server that waits for 300 ms at most. */
    JavaMailSender transport() {
        JavaMailSenderImpl transport = new JavaMailSenderImpl();
        transport.setHost("127.0.0.1");
        transport.setPort(socket.getLocalPort());
        transport.getJavaMailProperties().setProperty("mail.smtp.timeout", IMPATIENT);
        return transport;
    }

    /** What clients sent. */
    String received() {
        return received.toString();
    }

    private void serve() {
        try (Socket client = socket.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
            if (fault != Fault.HANGS) {
                out.print("220 ready\r\n");
                out.flush();
            }
            talk(in, out);
        } catch (IOException e) {
            received.append("[closed]");
        }
    }

    private void talk(BufferedReader in, PrintWriter out) throws IOException {
        String line = in.readLine();
        boolean data = false;
        while (line != null) {
            received.append(line).append('\n');
            if (data && line.equals(".")) {
                return;
            }
            if (!data && fault != Fault.HANGS) {
                out.print(answer(line) + "\r\n");
                out.flush();
            }
            data = data || line.equals("DATA");
            line = in.readLine();
        }
    }

    private String answer(String command) {
        if (command.startsWith("MAIL") && fault == Fault.REFUSES_FOR_NOW) {
            return "451 try again later";
        }
        if (command.startsWith("RCPT") && fault == Fault.KNOWS_NO_RECIPIENT) {
            return "550 <lucia.garcia@example.com> unknown";
        }
        return command.equals("DATA") ? "354 go on" : "250 ok";
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
