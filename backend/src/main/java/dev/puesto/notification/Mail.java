package dev.puesto.notification;

import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.MailId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it was written.
 *
 * @param locale {@code es} or {@code en}
 * @param messageId its Message-ID, the same at every attempt
 * @param attempts how often it was handed to the SMTP server
 * @param sentAt when the server took it; null until then
 */
public record Mail(
        AccountId accountId,
        MailId mailId,
        MailKind kind,
        String recipient,
        String locale,
        String subject,
        String text,
        String html,
        String messageId,
        MailState state,
        int attempts,
        Instant createdAt,
        @Nullable Instant sentAt) {

    static final String TYPE = "Mail";

    /** Its id in the API. */
    public GlobalId id() {
        return GlobalId.of(TYPE, accountId, mailId);
    }
}
