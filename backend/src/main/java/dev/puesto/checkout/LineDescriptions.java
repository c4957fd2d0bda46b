package dev.puesto.checkout;

import dev.puesto.api.DateText;
import dev.puesto.api.Messages;
import dev.puesto.catalog.Catalog;
import dev.puesto.catalog.Product;
import dev.puesto.seatquote.LineKind;
import dev.puesto.seatquote.PricedLine;
import dev.puesto.seatquote.SeatQuoteWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What is said of a line for people.
 *
 * @param locale the account's, which its documents speak
 * @param contactLocale the order's, which its confirmation speaks
 */
record LineDescriptions(Messages messages, SeatQuoteWords words, Catalog catalog, Locale locale, Locale contactLocale) {

    /** What the confirmation says of where its amount comes from: what the seat quote says too. */
    String explain(PricedLine line, ZoneId zone) {
        return words.explanation(line, product(line).seatNoun(), zone, contactLocale);
    }

    private Product product(PricedLine line) {
        return catalog.product(line.plan().productId());
    }

    /** What a document's line says: the product's own word for its seats, the plan, the time. */
    String of(PricedLine line) {
        Product product = product(line);
        return messages.text(
                locale,
                line.kind() == LineKind.CREDIT ? "documentLine.credit" : "documentLine.charge",
                line.seats(),
                product.seatNoun().of(line.seats(), locale),
                product.name(),
                line.plan().name().in(locale),
                date(line, line.start()),
                date(line, line.end()));
    }

    private String date(PricedLine line, Instant instant) {
        return DateText.of(LocalDate.ofInstant(instant, line.period().zone()), locale);
    }
}
