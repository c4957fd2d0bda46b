package dev.puesto.notification;

import dev.puesto.api.Messages;
import dev.puesto.notification.LatePaymentNotice.Notice;
import dev.puesto.notification.SentRequest.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes the letters about a request, each in its reader's language. */
@Component
final class RequestLetters {
    private static final String TEMPLATE = "notice";
    private static final String KEYS = "mail.request.";

    private final Messages messages;
    private final MailTemplates templates;

    RequestLetters(Messages messages, MailTemplates templates) {
        this.messages = messages;
        this.templates = templates;
    }

    /** To whoever sent it. */
    Letter confirmation(SentRequest request) {
        Locale locale = Locale.of(request.contactLocale());
        List<String> sentences = new ArrayList<>();
        sentences.add(text(
                locale,
                "confirmation.happened",
                request.number(),
                request.accountName(),
                request.representative().name()));
        sentences.addAll(changes(request, locale));
        sentences.add(text(locale, "confirmation.next"));
        return letter(locale, "confirmation", request, sentences);
    }

    /** To the representative. */
    Letter received(SentRequest request) {
        Locale locale = Locale.of(request.representative().locale());
        List<String> sentences = new ArrayList<>();
        sentences.add(text(
                locale, "received.happened", request.contactName(), request.accountName(), request.contactEmail()));
        sentences.addAll(changes(request, locale));
        if (request.note() != null) {
            sentences.add(text(locale, "received.note", request.note()));
        }
        if (request.purchaseOrderNumber() != null) {
            sentences.add(text(locale, "received.purchaseOrderNumber", request.purchaseOrderNumber()));
        }
        return letter(locale, "received", request, sentences);
    }

    /** To the representative, once there is nothing to answer any more. */
    Letter withdrawn(SentRequest request) {
        Locale locale = Locale.of(request.representative().locale());
        return letter(
                locale,
                "withdrawn",
                request,
                List.of(text(locale, "withdrawn.happened", request.number(), request.accountName())));
    }

    private List<String> changes(SentRequest request, Locale locale) {
        return request.lines().stream()
                .map(line -> text(
                        locale,
                        kind(line),
                        line.product(),
                        line.plan().in(locale),
                        line.previousSeats(),
                        seats(line, locale)))
                .toList();
    }

    private static String kind(Line line) {
        if (line.seats() == 0) {
            return "line.cancel";
        }
        return line.isNew() ? "line.new" : "line.change";
    }

    private static String seats(Line line, Locale locale) {
        return line.seats() + " " + line.noun().of(line.seats(), locale);
    }

    private Letter letter(Locale locale, String kind, SentRequest request, List<String> sentences) {
        String subject = text(locale, kind + ".subject", request.number(), request.accountName());
        return templates.letter(
                TEMPLATE,
                locale,
                subject,
                new Notice(subject, text(locale, "greeting"), sentences, text(locale, kind + ".closing")));
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.text(locale, KEYS + key, arguments);
    }
}
