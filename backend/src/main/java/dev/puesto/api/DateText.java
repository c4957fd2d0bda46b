package dev.puesto.api;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A date in words, in the one form of every sentence, mail and document; the console writes its own dates so too. */
public final class DateText {
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter SPANISH =
            DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy", Locale.of("es"));

    private DateText() {}

    /** As {@code 16 July 2026} or {@code 16 de julio de 2026}. */
    public static String of(LocalDate date, Locale locale) {
        return (locale.getLanguage().equals("es") ? SPANISH : ENGLISH).format(date);
    }
}
