package dev.puesto.attention;

import dev.puesto.account.Account;
import dev.puesto.api.Messages;
import dev.puesto.catalog.CatalogReference;
import dev.puesto.catalog.CatalogView;
import dev.puesto.id.ProductId;
import dev.puesto.money.Amounts;
import dev.puesto.money.MoneyText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** The sentences of one account in one language. */
record AttentionWords(Account account, Locale locale, Messages messages, CatalogReference catalogs) {
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SPANISH =
            DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy", Locale.of("es"));

    String text(AttentionKind kind, Object... arguments) {
        return messages.text(locale, "attention." + kind.name(), arguments);
    }

    String product(ProductId id) {
        return view(id).name();
    }

    /** As {@code 1 agent} or {@code 14 agents}. */
    String seats(long seats, ProductId id) {
        CatalogView.SeatNoun noun = view(id).seatNoun();
        return messages.text(locale, "attention.seats", seats, seats == 1 ? noun.one() : noun.other());
    }

    private CatalogView.Product view(ProductId id) {
        CatalogView.Product known = catalogs.view(locale).product(id);
        return known == null ? Objects.requireNonNull(catalogs.view(locale).product(id)) : known;
    }

    String amount(long minor) {
        return MoneyText.of(Amounts.ofMinor(account.currency(), minor), locale);
    }

    String date(LocalDate date) {
        return (locale.getLanguage().equals("es") ? SPANISH : ENGLISH).format(date);
    }

    String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, account.timeZone()));
    }
}
