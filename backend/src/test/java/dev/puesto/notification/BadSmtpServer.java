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
        /** 535 to every password. */
        KNOWS_NO_PASSWORD,
        /** 530 to every sender. */
        WANTS_A_PASSWORD,
        /** 554 instead of a greeting. */
        REFUSES_THE_CONNECTION,
        /** 553 to every sender. */
        KNOWS_NO_SENDER,
        /** 530 to every recipient. */
        WANTS_A_PASSWORD_FOR_RECIPIENTS,
        /** 554 to every recipient, for it relays nothing from us. */
        RELAYS_NOTHING,
        /** 550 to every recipient, with the address in its answer. */
        KNOWS_NO_RECIPIENT,
        /** 554 to every mail, once it has read it. */
        REFUSES_THE_MAIL,
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
        if (fault == Fault.KNOWS_NO_PASSWORD) {
            transport.setUsername("puesto");
            transport.setPassword("wrong");
            transport.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
        }
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
                out.print(fault == Fault.REFUSES_THE_CONNECTION ? "554 not you\r\n" : "220 ready\r\n");
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
                if (fault != Fault.REFUSES_THE_MAIL) {
                    return;
                }
                data = false;
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
        String verb = command.split(" ")[0];
        return switch (verb) {
            case "EHLO" -> fault == Fault.KNOWS_NO_PASSWORD ? "250-hello\r\n250 AUTH PLAIN" : "250 hello";
            case "AUTH" -> "535 5.7.8 not this password";
            case "MAIL" -> sender();
            case "RCPT" -> recipient();
            case "DATA" -> "354 go on";
            case "." -> "554 5.7.1 not this mail";
            default -> "250 ok";
        };
    }

    private String sender() {
        return switch (fault) {
            case REFUSES_FOR_NOW -> "451 try again later";
            case WANTS_A_PASSWORD -> "530 5.7.0 sign in first";
            case KNOWS_NO_SENDER -> "553 5.7.1 not your address";
            default -> "250 ok";
        };
    }

    private String recipient() {
        return switch (fault) {
            case WANTS_A_PASSWORD_FOR_RECIPIENTS -> "530 5.7.0 sign in first";
            case RELAYS_NOTHING -> "554 5.7.1 Relay access denied";
            case KNOWS_NO_RECIPIENT -> "550 <lucia.garcia@example.com> unknown";
            default -> "250 ok";
        };
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
