package dev.puesto.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The SMTP server that {@code spring.mail.*} names, if it names one. */
@Component
final class SmtpServer {
    private final @Nullable JavaMailSender sender;
    private final NotificationProperties properties;

    SmtpServer(ObjectProvider<JavaMailSender> sender, NotificationProperties properties) {
        this.sender = sender.getIfAvailable();
        this.properties = properties;
    }

    /** Whether mails can be sent at all. */
    boolean isConfigured() {
        return sender != null;
    }

    /**
     * Hands a mail over. An exception of Spring's means that the server did not take it, as far as we know.
     *
     * @throws HeaderText.UnsafeHeader if it must never be sent
     */
    void send(Mail mail) throws MessagingException {
        if (sender == null) {
            throw new IllegalStateException("No SMTP server is configured");
        }
        sender.send(message(sender, mail));
    }

    private MimeMessage message(JavaMailSender transport, Mail mail) throws MessagingException {
        MimeMessage message = transport.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        parts.setTo(HeaderText.of(mail.recipient()));
        setSender(parts);
        parts.setSubject(HeaderText.of(mail.subject()));
        parts.setText(mail.text(), mail.html());
        message.setHeader("Message-ID", HeaderText.of(mail.messageId()));
        message.setHeader("Content-Language", Locale.of(mail.locale()).toLanguageTag());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private void setSender(MimeMessageHelper parts) throws MessagingException {
        try {
            parts.setFrom(HeaderText.of(properties.from()), HeaderText.of(properties.fromName()));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
