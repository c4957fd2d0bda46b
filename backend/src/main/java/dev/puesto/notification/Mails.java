package dev.puesto.notification;

import static dev.puesto.jooq.Tables.MAIL;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.api.Connection;
import dev.puesto.api.CursorStrategy;
import dev.puesto.api.CursorStrategy.InstantAndId;
import dev.puesto.api.Keyset;
import dev.puesto.api.PageRequest;
import dev.puesto.api.SortDirection;
import dev.puesto.id.AccountId;
import dev.puesto.id.MailId;
import dev.puesto.id.OrderId;
import dev.puesto.id.RequestId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.Columns;
import dev.puesto.outbox.StoredEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The mails of accounts. */
@Component
final class Mails {
    private static final CursorStrategy<InstantAndId> CURSORS = CursorStrategy.byInstant("mails");
    private static final SelectField<?>[] COLUMNS = {
        MAIL.ACCOUNT_ID,
        MAIL.ID,
        MAIL.KIND,
        MAIL.RECIPIENT,
        MAIL.LOCALE,
        MAIL.SUBJECT,
        MAIL.TEXT_BODY,
        MAIL.HTML_BODY,
        MAIL.MESSAGE_ID,
        MAIL.STATE,
        MAIL.ATTEMPTS,
        MAIL.CREATED_AT,
        MAIL.SENT_AT
    };

    private final AccountDb db;
    private final NotificationProperties properties;
    private final SmtpServer smtp;
    private final Clock clock;

    Mails(AccountDb db, NotificationProperties properties, SmtpServer smtp, Clock clock) {
        this.db = db;
        this.properties = properties;
        this.smtp = smtp;
        this.clock = clock;
    }

    /** Whom a letter goes to, about what. */
    record Envelope(
            MailKind kind,
            @Nullable OrderId order,
            @Nullable RequestId request,
            String recipient,
            String locale) {

        /** About an order. */
        static Envelope of(MailKind kind, OrderId order, String recipient, String locale) {
            return new Envelope(kind, order, null, recipient, locale);
        }

        /** About a request. */
        static Envelope of(MailKind kind, RequestId request, String recipient, String locale) {
            return new Envelope(kind, null, request, recipient, locale);
        }
    }

    /** Writes the mail that tells of an event, once: a second time changes nothing. */
    void write(StoredEvent event, Envelope envelope, Letter letter) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean sends = smtp.isConfigured();
        db.one(
                event.account(),
                sql -> sql.insertInto(MAIL)
                        .set(MAIL.ACCOUNT_ID, event.account())
                        .set(MAIL.EVENT_ID, event.id())
                        .set(MAIL.KIND, envelope.kind().name())
                        .set(MAIL.ORDER_ID, envelope.order())
                        .set(MAIL.REQUEST_ID, envelope.request())
                        .set(MAIL.RECIPIENT, envelope.recipient())
                        .set(MAIL.LOCALE, envelope.locale())
                        .set(MAIL.SUBJECT, letter.subject())
                        .set(MAIL.TEXT_BODY, letter.text())
                        .set(MAIL.HTML_BODY, letter.html())
                        .set(MAIL.MESSAGE_ID, messageId(event, envelope))
                        .set(MAIL.STATE, (sends ? MailState.QUEUED : MailState.KEPT).name())
                        .set(MAIL.CREATED_AT, now)
                        .set(MAIL.ATTEMPTS, 0)
                        .set(MAIL.NEXT_ATTEMPT_AT, sends ? now : null)
                        .onConflictDoNothing()
                        .execute());
    }

    /** One event may be told to several people: each letter has a name of its own. */
    private String messageId(StoredEvent event, Envelope envelope) {
        String suffix = envelope.request() == null
                ? ""
                : "." + envelope.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "<" + event.id().value() + suffix + "@" + properties.domain() + ">";
    }

    /** Which mails of an account are meant; what is null narrows nothing. */
    record Wanted(
            @Nullable MailKind kind,
            @Nullable MailState state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        Condition matches(ZoneId zone) {
            return (kind == null ? noCondition() : MAIL.KIND.eq(kind.name()))
                    .and(state == null ? noCondition() : MAIL.STATE.eq(state.name()))
                    .and(
                            from == null
                                    ? noCondition()
                                    : MAIL.CREATED_AT.ge(from.atStartOfDay(zone).toInstant()))
                    .and(
                            to == null
                                    ? noCondition()
                                    : MAIL.CREATED_AT.lt(
                                            to.plusDays(1).atStartOfDay(zone).toInstant()));
        }
    }

    /** A page of an account's mails, newest first. */
    Connection<Mail> page(Account account, PageRequest page, Wanted wanted) {
        AccountId id = account.accountId();
        Condition matches = MAIL.ACCOUNT_ID.eq(id).and(wanted.matches(account.timeZone()));
        var keyset = Keyset.of(MAIL.CREATED_AT, MAIL.ID, page, SortDirection.DESC);
        Condition behind = CURSORS.read(page)
                .map(place -> keyset.behind(place.instant(), new MailId(place.id())))
                .orElse(noCondition());
        List<Mail> mails = db.one(
                id,
                sql -> sql.select(COLUMNS)
                        .from(MAIL)
                        .where(matches)
                        .and(behind)
                        .orderBy(keyset.order())
                        .limit(page.limit())
                        .fetch(Mails::mail));
        return Connection.of(page, mails, CURSORS, Mails::place, () -> count(id, matches));
    }

    private static InstantAndId place(Mail mail) {
        return new InstantAndId(mail.createdAt(), mail.mailId().value());
    }

    private long count(AccountId account, Condition matches) {
        return db.one(account, sql -> sql.fetchCount(MAIL, matches));
    }

    /** The mails about those orders, oldest first. */
    Map<OrderId, List<Mail>> ofOrders(AccountId account, Collection<OrderId> orders) {
        return db.one(
                account,
                sql -> sql.select(COLUMNS)
                        .select(MAIL.ORDER_ID)
                        .from(MAIL)
                        .where(MAIL.ACCOUNT_ID.eq(account))
                        .and(Columns.isAmong(MAIL.ORDER_ID, orders))
                        .orderBy(MAIL.CREATED_AT, MAIL.ID)
                        .fetchGroups(row -> row.get(MAIL.ORDER_ID), Mails::mail));
    }

    /** The mails of those ids that the viewer may see. */
    Map<UUID, Mail> find(Viewer viewer, AccountId account, Collection<UUID> ids) {
        MailId[] wanted = ids.stream().map(MailId::new).toArray(MailId[]::new);
        return db
                .one(
                        account,
                        sql -> sql.select(COLUMNS)
                                .from(MAIL)
                                .where(MAIL.ACCOUNT_ID.eq(account))
                                .and(MAIL.ID.eq(
                                        any(val(wanted, MAIL.ID.getDataType().array()))))
                                .and(AccountAccess.permits(viewer, account))
                                .fetch(Mails::mail))
                .stream()
                .collect(Collectors.toMap(mail -> mail.mailId().value(), Function.identity()));
    }

    static Mail mail(Record row) {
        return new Mail(
                row.get(MAIL.ACCOUNT_ID),
                row.get(MAIL.ID),
                MailKind.valueOf(row.get(MAIL.KIND)),
                row.get(MAIL.RECIPIENT),
                row.get(MAIL.LOCALE),
                row.get(MAIL.SUBJECT),
                row.get(MAIL.TEXT_BODY),
                row.get(MAIL.HTML_BODY),
                row.get(MAIL.MESSAGE_ID),
                MailState.valueOf(row.get(MAIL.STATE)),
                row.get(MAIL.ATTEMPTS),
                row.get(MAIL.CREATED_AT),
                row.get(MAIL.SENT_AT));
    }
}
