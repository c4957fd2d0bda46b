package dev.puesto.seatquote;

import dev.puesto.api.DateText;
import dev.puesto.api.Messages;
import dev.puesto.catalog.SeatNoun;
import dev.puesto.money.MoneyText;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.joda.money.Money;

/** Parts of sentences in one language: amounts, dates, numbers of seats. */
record Wording(Messages messages, Locale locale, ZoneId zone) {
    private static final int BASIS_POINT_DIGITS = 4;

    String text(String key, Object... arguments) {
        return messages.text(locale, "seatQuote." + key, arguments);
    }

    /** As {@code €1,234.50} or {@code 1.234,50 €}. */
    String amount(Money amount) {
        return MoneyText.of(amount, locale);
    }

    String percentage(int basisPoints) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(BigDecimal.valueOf(basisPoints, BASIS_POINT_DIGITS));
    }

    /** As {@code 16 July 2026} or {@code 16 de julio de 2026}, in the zone. */
    String date(Instant instant) {
        return DateText.of(LocalDate.ofInstant(instant, zone), locale);
    }

    /** As {@code 14 agents}. */
    String seats(long seats, SeatNoun noun) {
        return text("seats", seats, noun.of(seats, locale));
    }
}
