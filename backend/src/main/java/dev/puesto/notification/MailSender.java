package dev.puesto.notification;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what is queued. Several instances may do so at the same time. What a log says of a mail is its id and the kind
 * of fault: a server's answer may hold the recipient's address.
 */
@Component
final class MailSender {
    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);

    private final MailQueue queue;
    private final SmtpServer smtp;
    private final NotificationProperties properties;
    private final Clock clock;

    MailSender(MailQueue queue, SmtpServer smtp, NotificationProperties properties, Clock clock) {
        this.queue = queue;
        this.smtp = smtp;
        this.properties = properties;
        this.clock = clock;
    }

    /** Sends what is due until nothing is; says how many mails the server took. */
    int sendDue() {
        if (!smtp.isConfigured()) {
            return 0;
        }
        int sent = 0;
        List<Mail> batch;
        do {
            batch = queue.take(clock.instant(), properties.lease(), properties.batchSize());
            sent += (int) batch.stream().filter(this::send).count();
        } while (batch.size() == properties.batchSize());
        return sent;
    }

    /** Whatever happens to a mail, the next one has its turn. */
    private boolean send(Mail mail) {
        try {
            boolean taken = isTaken(mail);
            if (taken) {
                queue.markSent(mail, clock.instant());
            }
            return taken;
        } catch (DataAccessException e) {
            LOG.error("Mail {} waits for its lease to pass", mail.mailId().value(), e);
            return false;
        }
    }

    private boolean isTaken(Mail mail) {
        try {
            smtp.send(mail);
            return true;
        } catch (HeaderText.UnsafeHeader e) {
            LOG.error("Mail {} is never sent: {}", mail.mailId().value(), e.getMessage());
            queue.giveUp(mail);
        } catch (MessagingException | RuntimeException e) {
            tryAgainLater(mail, SmtpFault.of(e));
        }
        return false;
    }

    private void tryAgainLater(Mail mail, SmtpFault fault) {
        if (fault.isFinal() || mail.attempts() >= properties.maxAttempts()) {
            LOG.error("Mail {} given up after {} attempts: {}", mail.mailId().value(), mail.attempts(), fault);
            queue.giveUp(mail);
        } else {
            LOG.warn("Mail {} not taken, attempt {}: {}", mail.mailId().value(), mail.attempts(), fault);
            queue.putBack(mail, clock.instant().plus(properties.retryAfter(mail.attempts())));
        }
    }
}
