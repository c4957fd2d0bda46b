package dev.puesto.api;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * The product's sentences in Spanish and English. Each feature keeps its own pair of bundles
 * {@code messages/<feature>_en.properties} and {@code _es.properties}, in UTF-8, with keys that begin with what they
 * are about; placeholders follow {@link java.text.MessageFormat}.
 */
@Component
public final class Messages {
    /** The languages that the product speaks; the first is what others get. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"));

    private final MessageSource source;

    Messages(MessageBundles bundles) {
        ResourceBundleMessageSource bundled = new ResourceBundleMessageSource();
        bundled.setBasenames(bundles.baseNames().toArray(String[]::new));
        bundled.setDefaultEncoding("UTF-8");
        bundled.setFallbackToSystemLocale(false);
        bundled.setDefaultLocale(LANGUAGES.getFirst());
        this.source = bundled;
    }

    /** The sentence of that key in the language nearest to the locale. */
    public String text(Locale locale, String key, Object... arguments) {
        return source.getMessage(key, arguments, spoken(locale));
    }

    /** Why a use case changed nothing, in words. */
    public String text(Locale locale, UserError error) {
        String kind = error.messageKind();
        String key = "userError." + error.getClass().getSimpleName() + (kind == null ? "" : "." + kind);
        return text(locale, key, error.messageArguments().toArray());
    }

    /** Why a request was refused, in words. */
    public String text(Locale locale, Refusal refusal) {
        return text(locale, refusal.messageKey(), refusal.arguments());
    }

    /** The locale itself if the product speaks its language, else English. */
    public static Locale spoken(Locale locale) {
        boolean known =
                LANGUAGES.stream().anyMatch(language -> language.getLanguage().equals(locale.getLanguage()));
        return known ? locale : LANGUAGES.getFirst();
    }
}
