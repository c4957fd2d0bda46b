package dev.puesto.attention;

import static dev.puesto.jooq.Tables.SUBSCRIPTION;

import dev.puesto.account.Account;
import dev.puesto.api.DateText;
import dev.puesto.api.Messages;
import dev.puesto.catalog.CatalogReference;
import dev.puesto.catalog.CatalogView;
import dev.puesto.money.Amounts;
import dev.puesto.money.MoneyText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jooq.Record;

/** The sentences of one account in one language. */
record AttentionWords(Account account, Locale locale, Messages messages, CatalogReference catalogs) {

    String text(AttentionKind kind, Object... arguments) {
        return messages.text(locale, "attention." + kind.name(), arguments);
    }

    /** The name of a subscription's product. */
    String product(Record subscription) {
        return view(subscription).name();
    }

    /** As {@code 1 agent} or {@code 14 agents}, in the words of a subscription's product. */
    String seats(long seats, Record subscription) {
        CatalogView.SeatNoun noun = view(subscription).seatNoun();
        return messages.text(locale, "attention.seats", seats, seats == 1 ? noun.one() : noun.other());
    }

    private CatalogView.Product view(Record subscription) {
        return Objects.requireNonNull(catalogs.view(locale, subscription.get(SUBSCRIPTION.PLAN_ID))
                .product(subscription.get(SUBSCRIPTION.PRODUCT_ID)));
    }

    String amount(long minor) {
        return MoneyText.of(Amounts.ofMinor(account.currency(), minor), locale);
    }

    String date(LocalDate date) {
        return DateText.of(date, locale);
    }

    String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, account.timeZone()));
    }
}
