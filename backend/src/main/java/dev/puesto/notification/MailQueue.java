package dev.puesto.notification;

import static dev.puesto.jooq.Tables.MAIL;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.val;

import dev.puesto.id.MailId;
import dev.puesto.jooq.JobDb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** The job role's statements on mails, across accounts. */
@Component
final class MailQueue {
    private final JobDb db;

    MailQueue(JobDb db) {
        this.db = db;
    }

    /**
     * Takes mails that are due; another sender that saw the same ones gets none of them.
     *
     * @param lease for how long they are taken
     */
    List<Mail> take(Instant now, Duration lease, int limit) {
        MailId[] due = db.sql()
                .select(MAIL.ID)
                .from(MAIL)
                .where(MAIL.NEXT_ATTEMPT_AT.le(now))
                .orderBy(MAIL.NEXT_ATTEMPT_AT)
                .limit(limit)
                .fetchArray(MAIL.ID);
        if (due.length == 0) {
            return List.of();
        }
        return db.sql()
                .update(MAIL)
                .set(MAIL.NEXT_ATTEMPT_AT, now.plus(lease))
                .set(MAIL.ATTEMPTS, MAIL.ATTEMPTS.plus(1))
                .where(MAIL.NEXT_ATTEMPT_AT.le(now))
                .and(MAIL.ID.eq(any(val(due, MAIL.ID.getDataType().array()))))
                .returning()
                .fetch(Mails::mail);
    }

    /** The server took the mail. */
    void markSent(Mail mail, Instant now) {
        db.sql()
                .update(MAIL)
                .set(MAIL.STATE, MailState.SENT.name())
                .set(MAIL.SENT_AT, now)
                .set(MAIL.NEXT_ATTEMPT_AT, castNull(MAIL.NEXT_ATTEMPT_AT))
                .where(isQueued(mail))
                .execute();
    }

    /** The server did not take it: it is tried again. */
    void putBack(Mail mail, Instant nextAttempt) {
        db.sql()
                .update(MAIL)
                .set(MAIL.NEXT_ATTEMPT_AT, nextAttempt)
                .where(isQueued(mail))
                .execute();
    }

    /** It is not tried again. */
    void giveUp(Mail mail) {
        db.sql()
                .update(MAIL)
                .set(MAIL.STATE, MailState.FAILED.name())
                .set(MAIL.NEXT_ATTEMPT_AT, castNull(MAIL.NEXT_ATTEMPT_AT))
                .where(isQueued(mail))
                .execute();
    }

    private static Condition isQueued(Mail mail) {
        return MAIL.ACCOUNT_ID
                .eq(mail.accountId())
                .and(MAIL.ID.eq(mail.mailId()))
                .and(MAIL.STATE.eq(MailState.QUEUED.name()));
    }
}
