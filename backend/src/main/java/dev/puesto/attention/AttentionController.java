package dev.puesto.attention;

import dev.puesto.account.Account;
import dev.puesto.api.Messages;
import dev.puesto.catalog.CatalogReference;
import dev.puesto.jooq.AccountDb;
import dev.puesto.tax.TaxSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What of an account wants attention: of its money, and of its seats, apart, since not everybody may read both. */
@Controller
class AttentionController {
    private final AccountDb db;
    private final Messages messages;
    private final CatalogReference catalogs;
    private final TaxSettings tax;
    private final Clock clock;

    AttentionController(AccountDb db, Messages messages, CatalogReference catalogs, TaxSettings tax, Clock clock) {
        this.db = db;
        this.messages = messages;
        this.catalogs = catalogs;
        this.tax = tax;
        this.clock = clock;
    }

    @SchemaMapping
    List<AttentionItem> billingAttention(Account account, Locale locale) {
        Instant now = account.now(clock);
        return items(account, new BillingAttention(words(account, locale), now, tax.dateOf(now)).branches());
    }

    @SchemaMapping
    List<AttentionItem> seatAttention(Account account, Locale locale) {
        return items(account, new SeatAttention(words(account, locale)).branches());
    }

    private AttentionWords words(Account account, Locale locale) {
        return new AttentionWords(account, locale, messages, catalogs);
    }

    private List<AttentionItem> items(Account account, List<Branch> branches) {
        List<Result<Record>> found = db.transact(
                account.accountId(),
                transaction -> transaction.fetchTogether(
                        branches.stream().map(Branch::statement).toList()));
        return IntStream.range(0, branches.size())
                .boxed()
                .flatMap(i -> found.get(i).stream().map(branches.get(i).item()))
                .sorted(Comparator.comparing(AttentionItem::severity))
                .toList();
    }
}
