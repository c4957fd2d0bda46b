package dev.puesto.notification;

import static dev.puesto.jooq.Tables.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.puesto.PuestoTest;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.EventId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.jooq.JobDb;
import dev.puesto.jooq.tables.records.MailRecord;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@PuestoTest
@ExtendWith(OutputCaptureExtension.class)
@Isolated("takes the queued mails of every account")
class MailSenderTests {
    private static final String RECIPIENT = "lucia.garcia@example.com";

    @Autowired
    TestAccounts accounts;

    @Autowired
    MailQueue queue;

    @Autowired
    NotificationProperties properties;

    @Autowired
    JobDb db;

    AccountId account;
    Instant now;
    GreenMail server;

    @BeforeEach
    void start() {
        account = accounts.open();
        db.sql()
                .update(MAIL)
                .set(MAIL.STATE, "KEPT")
                .setNull(MAIL.NEXT_ATTEMPT_AT)
                .where(MAIL.STATE.eq("QUEUED"))
                .execute();
        now = Instant.now();
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sendsTextAndHtmlUnderTheMailsOwnMessageId() throws Exception {
        String messageId = queued("Pedido 7 realizado: Ágora, 14 agentes", RECIPIENT);

        assertThat(sender(greenMail(), now).sendDue()).isOne();

        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getMessageID()).isEqualTo(messageId);
        assertThat(received.getSubject()).isEqualTo("Pedido 7 realizado: Ágora, 14 agentes");
        assertThat(received.getRecipients(Message.RecipientType.TO)[0]).hasToString(RECIPIENT);
        assertThat(received.getHeader("Content-Language")).containsExactly("es");
        assertThat(received.getContent())
                .isInstanceOfSatisfying(
                        MimeMultipart.class, parts -> assertThat(text(parts)).contains("El texto", "<p>El texto</p>"));
        assertThat(mail().getState()).isEqualTo("SENT");
        assertThat(mail().getSentAt()).isNotNull();
    }

    @Test
    void sendsAMailOnce() {
        queued("Order 7 placed", RECIPIENT);

        assertThat(sender(greenMail(), now).sendDue()).isOne();
        assertThat(sender(greenMail(), now.plusSeconds(86_400)).sendDue()).isZero();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void triesAgainLaterWhereTheServerRefusesForNow() {
        queued("Order 7 placed", RECIPIENT);
        try (BadSmtpServer refusing = BadSmtpServer.start(BadSmtpServer.Fault.REFUSES_FOR_NOW)) {
            assertThat(sender(refusing.transport(), now).sendDue()).isZero();
        }
        assertThat(mail().getState()).isEqualTo("QUEUED");
        assertThat(sender(greenMail(), now.plusSeconds(1)).sendDue()).isZero();
        assertThat(sender(greenMail(), now.plus(properties.firstRetryAfter()).plusSeconds(1))
                        .sendDue())
                .isOne();
        assertThat(mail().getAttempts()).isEqualTo(2);
    }

    @Test
    void givesUpWhereTheServerRefusesTheRecipientForGood(CapturedOutput log) {
        queued("Order 7 placed", RECIPIENT);
        try (BadSmtpServer refusing = BadSmtpServer.start(BadSmtpServer.Fault.KNOWS_NO_RECIPIENT)) {
            sender(refusing.transport(), now).sendDue();
        }
        assertThat(mail().getState()).isEqualTo("FAILED");
        assertThat(log.getAll()).contains("given up", "550").doesNotContain(RECIPIENT);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "KNOWS_NO_PASSWORD",
                "WANTS_A_PASSWORD",
                "WANTS_A_PASSWORD_FOR_RECIPIENTS",
                "RELAYS_NOTHING",
                "KNOWS_NO_SENDER",
                "REFUSES_THE_CONNECTION"
            })
    void triesAgainWhereTheServerRefusesUsAndNotTheMail(BadSmtpServer.Fault fault, CapturedOutput log) {
        queued("Order 7 placed", RECIPIENT);
        try (BadSmtpServer refusing = BadSmtpServer.start(fault)) {
            assertThat(sender(refusing.transport(), now).sendDue()).isZero();
        }
        assertThat(mail().getState()).isEqualTo("QUEUED");
        assertThat(log.getAll()).contains("not taken, attempt 1");
        assertThat(sender(greenMail(), now.plus(properties.lastRetryAfter())).sendDue())
                .isOne();
    }

    @Test
    void givesUpWhereTheServerRefusesTheMailForGood() {
        queued("Order 7 placed", RECIPIENT);
        try (BadSmtpServer refusing = BadSmtpServer.start(BadSmtpServer.Fault.REFUSES_THE_MAIL)) {
            sender(refusing.transport(), now).sendDue();
        }
        assertThat(mail().getState()).isEqualTo("FAILED");
    }

    @Test
    void doesNotWaitForAServerThatHangs(CapturedOutput log) {
        queued("Order 7 placed", RECIPIENT);
        try (BadSmtpServer hanging = BadSmtpServer.start(BadSmtpServer.Fault.HANGS)) {
            assertThat(sender(hanging.transport(), now).sendDue()).isZero();
        }
        assertThat(mail().getState()).isEqualTo("QUEUED");
        assertThat(log.getAll()).contains("not taken, attempt 1").doesNotContain(RECIPIENT);
    }

    @Test
    void sendsAgainUnderTheSameMessageIdWhenTheAnswerToTheDataWasLost() throws Exception {
        String messageId = queued("Order 7 placed", RECIPIENT);
        try (BadSmtpServer dropping = BadSmtpServer.start(BadSmtpServer.Fault.DROPS_AFTER_DATA)) {
            assertThat(sender(dropping.transport(), now).sendDue()).isZero();
            assertThat(dropping.received()).contains("Message-ID: " + messageId);
        }
        sender(greenMail(), now.plus(properties.lastRetryAfter())).sendDue();
        assertThat(server.getReceivedMessages()[0].getMessageID()).isEqualTo(messageId);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        queued("Order 7 placed", RECIPIENT);
        db.sql()
                .update(MAIL)
                .set(MAIL.ATTEMPTS, properties.maxAttempts() - 1)
                .where(MAIL.ACCOUNT_ID.eq(account))
                .execute();
        try (BadSmtpServer refusing = BadSmtpServer.start(BadSmtpServer.Fault.REFUSES_FOR_NOW)) {
            sender(refusing.transport(), now).sendDue();
        }
        assertThat(mail().getState()).isEqualTo("FAILED");
        assertThat(mail().getNextAttemptAt()).isNull();
    }

    @Test
    void neverSendsASubjectThatWouldBeginAnotherHeader() {
        queued("Order 7 placed\r\nBcc: everyone@example.com", RECIPIENT);

        assertThat(sender(greenMail(), now).sendDue()).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(mail().getState()).isEqualTo("FAILED");
    }

    @Test
    void neverSendsToARecipientWithALineBreak() {
        queued("Order 7 placed", RECIPIENT + "\r\nBcc: everyone@example.com");

        assertThat(sender(greenMail(), now).sendDue()).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(mail().getState()).isEqualTo("FAILED");
    }

    @Test
    void aMailThatBreaksTheSenderIsTriedLaterAndHoldsUpNoOther() {
        queued("Order 7 placed", "poisoned@example.com");
        db.sql()
                .update(MAIL)
                .set(MAIL.NEXT_ATTEMPT_AT, now.minusSeconds(60))
                .where(MAIL.ACCOUNT_ID.eq(account))
                .execute();
        MailRecord poisoned = mail();
        account = accounts.open();
        queued("Order 8 placed", RECIPIENT);

        assertThat(sender(breakingAt("poisoned@example.com"), now).sendDue()).isOne();

        assertThat(mail().getState()).isEqualTo("SENT");
        account = poisoned.getAccountId();
        assertThat(mail().getState()).isEqualTo("QUEUED");
        assertThat(mail().getNextAttemptAt())
                .isAfter(now)
                .isBeforeOrEqualTo(now.plus(properties.firstRetryAfter()).plusSeconds(1));
    }

    @Test
    void givesUpAMailThatBreaksTheSenderAgainAndAgain() {
        queued("Order 7 placed", RECIPIENT);
        Instant at = now;
        for (int i = 0; i < properties.maxAttempts(); i++) {
            sender(breakingAt(RECIPIENT), at).sendDue();
            at = at.plus(properties.lastRetryAfter()).plusSeconds(1);
        }
        assertThat(mail().getState()).isEqualTo("FAILED");
        assertThat(mail().getAttempts()).isEqualTo(properties.maxAttempts());
    }

    @Test
    void sendsNothingWithoutAnSmtpServer() {
        queued("Order 7 placed", RECIPIENT);

        assertThat(sender(null, now).sendDue()).isZero();
        assertThat(mail().getAttempts()).isZero();
    }

    private MailSender sender(JavaMailSender transport, Instant at) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (transport != null) {
            beans.addBean("transport", transport);
        }
        SmtpServer smtp = new SmtpServer(beans.getBeanProvider(JavaMailSender.class), properties);
        return new MailSender(queue, smtp, properties, Clock.fixed(at, ZoneOffset.UTC));
    }

    private JavaMailSender greenMail() {
        JavaMailSenderImpl transport = new JavaMailSenderImpl();
        transport.setHost("127.0.0.1");
        transport.setPort(server.getSmtp().getPort());
        return transport;
    }

    private JavaMailSender breakingAt(String recipient) {
        JavaMailSenderImpl transport = new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] messages, Object[] originals) {
                if (recipient(messages[0]).equals(recipient)) {
                    throw new IllegalStateException("poisoned");
                }
                super.doSend(messages, originals);
            }
        };
        transport.setHost("127.0.0.1");
        transport.setPort(server.getSmtp().getPort());
        return transport;
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String queued(String subject, String recipient) {
        EventId event = new EventId(TimeOrderedUuid.next());
        String messageId = "<" + event.value() + "@puesto.example>";
        db.sql()
                .insertInto(MAIL)
                .set(MAIL.ACCOUNT_ID, account)
                .set(MAIL.EVENT_ID, event)
                .set(MAIL.KIND, "ORDER_CONFIRMATION")
                .set(MAIL.RECIPIENT, recipient)
                .set(MAIL.LOCALE, "es")
                .set(MAIL.SUBJECT, subject)
                .set(MAIL.TEXT_BODY, "El texto")
                .set(MAIL.HTML_BODY, "<p>El texto</p>")
                .set(MAIL.MESSAGE_ID, messageId)
                .set(MAIL.STATE, "QUEUED")
                .set(MAIL.CREATED_AT, now)
                .set(MAIL.ATTEMPTS, 0)
                .set(MAIL.NEXT_ATTEMPT_AT, now.minusSeconds(1))
                .execute();
        return messageId;
    }

    private MailRecord mail() {
        return db.sql().selectFrom(MAIL).where(MAIL.ACCOUNT_ID.eq(account)).fetchSingle();
    }

    private static String text(MimeMultipart parts) {
        try {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                Object part = parts.getBodyPart(i).getContent();
                text.append(part instanceof MimeMultipart inner ? text(inner) : part);
            }
            return text.toString();
        } catch (jakarta.mail.MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
