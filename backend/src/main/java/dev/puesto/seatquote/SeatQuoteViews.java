package dev.puesto.seatquote;

import dev.puesto.catalog.CatalogReference;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Shows seat quotes in a language: to the query, and to whatever else of the API has one. */
@Component
public final class SeatQuoteViews {
    private final CatalogReference catalog;
    private final SeatQuoteWords words;

    SeatQuoteViews(CatalogReference catalog, SeatQuoteWords words) {
        this.catalog = catalog;
        this.words = words;
    }

    /** The seat quote as the type {@code SeatQuote} of the API. */
    public SeatQuoteView of(SeatQuote quote, Locale locale) {
        return new SeatQuoteView(quote, catalog.view(locale), words, locale);
    }
}
