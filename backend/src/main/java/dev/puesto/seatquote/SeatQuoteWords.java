package dev.puesto.seatquote;

import dev.puesto.api.Messages;
import dev.puesto.catalog.SeatNoun;
import dev.puesto.tax.TaxDecision;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The sentences about a seat quote, the same in the API, in mails and on documents. */
@Component
public final class SeatQuoteWords {
    private final Messages messages;

    SeatQuoteWords(Messages messages) {
        this.messages = messages;
    }

    /** What it costs today, and why something is due or not. */
    public String summary(SeatQuote quote, Locale locale) {
        return new SummaryWords(new Wording(messages, locale, quote.zone()), quote).summary();
    }

    /** How what is charged now is taxed, and why. */
    public String tax(TaxDecision decision, Locale locale) {
        return decision.sentence(messages, locale);
    }

    /**
     * Where a line's amount comes from.
     *
     * @param noun what the line's product calls its seats
     * @param zone in which dates are written
     */
    public String explanation(PricedLine line, SeatNoun noun, ZoneId zone, Locale locale) {
        return new LineWords(new Wording(messages, locale, zone), noun, line).explanation();
    }
}
