package dev.puesto.checkout;

import dev.puesto.api.Messages;
import dev.puesto.catalog.Catalog;
import dev.puesto.catalog.Product;
import dev.puesto.seatquote.LineKind;
import dev.puesto.seatquote.PricedLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** What a document's line says for people: the product's own word for its seats, the plan, the time. */
record LineDescriptions(Messages messages, Catalog catalog, Locale locale) {

    String of(PricedLine line) {
        Product product = catalog.product(line.plan().productId());
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
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(LocalDate.ofInstant(instant, line.period().zone()));
    }
}
