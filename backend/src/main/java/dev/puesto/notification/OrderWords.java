package dev.puesto.notification;

import dev.puesto.api.DateText;
import dev.puesto.api.Messages;
import dev.puesto.catalog.LocalizedText;
import dev.puesto.money.MoneyText;
import dev.puesto.notification.ConfirmationText.Entry;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The words, numbers and dates of an order's confirmation in one language. */
record OrderWords(Messages messages, Locale locale) {
    private static final String KEYS = "mail.order.";

    /** What an order's lines add up to, without tax. */
    record Sum(List<PlacedOrder.Line> lines, CurrencyUnit currency) {

        Money charges() {
            return Money.total(
                    currency, lines.stream().map(PlacedOrder.Line::chargeNet).toList());
        }

        Money credits() {
            return Money.total(
                    currency, lines.stream().map(PlacedOrder.Line::creditNet).toList());
        }
    }

    String text(String key, Object... arguments) {
        return messages.text(locale, KEYS + key, arguments);
    }

    Entry entry(String label, String value) {
        return new Entry(text("label." + label), value);
    }

    String of(LocalizedText text) {
        return text.in(locale);
    }

    String money(Money amount) {
        return MoneyText.of(amount, locale);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String subject(PlacedOrder order) {
        if (order.lines().size() != 1) {
            return text(
                    "subject.several",
                    number(order.number()),
                    number(order.lines().size()));
        }
        PlacedOrder.Line line = order.lines().getFirst();
        return text("subject.one", number(order.number()), line.product(), counted(line.seats(), line));
    }

    /** "10 → 14 agents", or only "14 agents" where the subscription is new. */
    String seats(PlacedOrder.Line line) {
        String after = counted(line.seats(), line);
        return line.isNew() ? after : number(line.previousSeats()) + " → " + after;
    }

    String users(int count) {
        return text(count == 1 ? "users.one" : "users.other", number(count));
    }

    String date(LocalDate date) {
        return DateText.of(date, locale);
    }

    String date(Instant instant, ZoneId zone) {
        return date(LocalDate.ofInstant(instant, zone));
    }

    String instant(Instant instant, ZoneId zone) {
        String time = DateTimeFormatter.ofPattern("HH:mm", locale).format(instant.atZone(zone));
        return text("instant", date(instant, zone), time, zone.getId());
    }

    String period(Instant start, Instant end, ZoneId zone) {
        return text("period", date(start, zone), date(end, zone), zone.getId());
    }

    String tax(PlacedOrder.Tax tax) {
        NumberFormat rate = NumberFormat.getNumberInstance(locale);
        return text("tax." + tax.treatment(), tax.country(), rate.format(BigDecimal.valueOf(tax.rateBasisPoints(), 2)));
    }

    private String counted(long seats, PlacedOrder.Line line) {
        return number(seats) + " " + line.seatNoun().of(seats, locale);
    }
}
