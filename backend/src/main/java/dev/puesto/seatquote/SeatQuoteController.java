package dev.puesto.seatquote;

import dev.puesto.access.Viewer;
import dev.puesto.api.Refusal;
import java.util.Locale;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The query {@code seatQuote}. */
@Controller
class SeatQuoteController {
    private final SeatQuotes seatQuotes;
    private final SeatQuoteViews views;

    SeatQuoteController(SeatQuotes seatQuotes, SeatQuoteViews views) {
        this.seatQuotes = seatQuotes;
        this.views = views;
    }

    @QueryMapping
    SeatQuoteView seatQuote(@Argument SeatQuoteInput input, Viewer viewer, Locale locale) {
        var request = input.request();
        var quote = input.at() == null
                ? seatQuotes.quote(viewer, request)
                : seatQuotes.quoteAt(viewer, request, input.at());
        return views.of(quote.orElseThrow(() -> Refusal.notFound("input", "accountId")), locale);
    }
}
