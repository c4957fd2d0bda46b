package dev.puesto.catalog;

import java.util.Locale;

/** A text in each language of the product. */
public record LocalizedText(String en, String es) {

    /** The text in Spanish for a Spanish locale, else in English. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("es") ? es : en;
    }
}
