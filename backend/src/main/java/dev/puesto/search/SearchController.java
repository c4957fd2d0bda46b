package dev.puesto.search;

import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.DOCUMENT;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;

import dev.puesto.access.Permission;
import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.account.User;
import dev.puesto.account.Users;
import dev.puesto.api.Messages;
import dev.puesto.api.Refusal;
import dev.puesto.catalog.CatalogReference;
import dev.puesto.catalog.CatalogView;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.ProductId;
import dev.puesto.jooq.NameKey;
import dev.puesto.money.Amounts;
import dev.puesto.money.MoneyText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jooq.Record;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The global search of an account. */
@Controller
class SearchController {
    private static final int FIRST_MAX = 50;
    private static final int OF_A_KIND = 5;
    private static final int KINDS = 3;

    private final Search search;
    private final CatalogReference catalogs;
    private final Messages messages;

    SearchController(Search search, CatalogReference catalogs, Messages messages) {
        this.search = search;
        this.catalogs = catalogs;
        this.messages = messages;
    }

    @QueryMapping
    List<SearchHit> search(
            @Argument GlobalId accountId, @Argument String text, @Argument int first, Viewer viewer, Locale locale) {
        if (first < 1 || first > FIRST_MAX) {
            throw Refusal.badRequest("range", 1, FIRST_MAX);
        }
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return List.of();
        }
        List<CatalogView.Product> products = products(stripped, locale);
        Search.Asked asked = new Search.Asked(
                accountId.asAccount(),
                stripped,
                products.stream().map(product -> new ProductId(product.key())).toList(),
                Math.max(OF_A_KIND, first / KINDS));
        Search.Found found = search.find(viewer, asked);
        return new Hits(asked.account(), found, products, viewer, locale)
                .all()
                .limit(first)
                .toList();
    }

    /** Whose name or code begins so, or a word of the name. */
    private List<CatalogView.Product> products(String text, Locale locale) {
        String key = NameKey.of(text);
        return catalogs.view(locale).products().stream()
                .filter(product ->
                        product.code().startsWith(key) || (" " + NameKey.of(product.name())).contains(" " + key))
                .toList();
    }

    /** What was found, in words, as far as the viewer may read it. */
    private final class Hits {
        private final AccountId account;
        private final Search.Found found;
        private final List<CatalogView.Product> products;
        private final Viewer viewer;
        private final Locale locale;

        Hits(AccountId account, Search.Found found, List<CatalogView.Product> products, Viewer viewer, Locale locale) {
            this.account = account;
            this.found = found;
            this.products = products;
            this.viewer = viewer;
            this.locale = locale;
        }

        Stream<SearchHit> all() {
            boolean account = found.permissions().contains(Permission.READ_ACCOUNT);
            boolean catalog = account && viewer.scopes().contains(Scope.CATALOG_READ);
            boolean billing = found.permissions().contains(Permission.READ_BILLING);
            return Stream.of(
                            catalog
                                    ? products.stream()
                                            .filter(CatalogView.Product::active)
                                            .map(this::product)
                                    : none(),
                            catalog ? found.subscriptions().stream().map(this::subscription) : none(),
                            account ? found.users().stream().map(Users::read).map(this::user) : none(),
                            billing ? found.orders().stream().map(this::order) : none(),
                            billing ? found.documents().stream().map(this::document) : none())
                    .flatMap(hits -> hits);
        }

        private static Stream<SearchHit> none() {
            return Stream.empty();
        }

        private SearchHit product(CatalogView.Product product) {
            return new SearchHit(SearchHit.Kind.PRODUCT, product.id(), product.name(), product.description());
        }

        private SearchHit subscription(Record row) {
            ProductId id = row.get(SUBSCRIPTION.PRODUCT_ID);
            CatalogView.Product product = products.stream()
                    .filter(candidate -> candidate.key().equals(id.value()))
                    .findFirst()
                    .orElseThrow();
            long seats = row.get(SUBSCRIPTION.SEATS_OWNED);
            String noun =
                    seats == 1 ? product.seatNoun().one() : product.seatNoun().other();
            CatalogView.Plan plan =
                    catalogs.view(locale, row.get(SUBSCRIPTION.PLAN_ID)).plan(row.get(SUBSCRIPTION.PLAN_ID));
            return new SearchHit(
                    SearchHit.Kind.SUBSCRIPTION,
                    GlobalId.of("Subscription", account, row.get(SUBSCRIPTION.ID))
                            .toString(),
                    product.name(),
                    messages.text(
                            locale,
                            "search.subscription",
                            Objects.requireNonNull(plan).name(),
                            seats,
                            noun));
        }

        private SearchHit user(User user) {
            return new SearchHit(SearchHit.Kind.USER, user.id().toString(), user.name(), user.email());
        }

        private SearchHit order(Record row) {
            return new SearchHit(
                    SearchHit.Kind.ORDER,
                    GlobalId.of("Order", account, row.get(ACCOUNT_ORDER.ID)).toString(),
                    messages.text(
                            locale,
                            "search.order",
                            row.get(ACCOUNT_ORDER.NUMBER).toString()),
                    amount(row.get(ACCOUNT_ORDER.CURRENCY), row.get(ACCOUNT_ORDER.TOTAL_MINOR)));
        }

        private SearchHit document(Record row) {
            boolean invoice = row.get(DOCUMENT.KIND).equals("INVOICE");
            return new SearchHit(
                    invoice ? SearchHit.Kind.INVOICE : SearchHit.Kind.CREDIT_NOTE,
                    GlobalId.of(invoice ? "Invoice" : "CreditNote", account, row.get(DOCUMENT.ID))
                            .toString(),
                    messages.text(locale, invoice ? "search.invoice" : "search.creditNote", row.get(DOCUMENT.NUMBER)),
                    amount(row.get(DOCUMENT.CURRENCY), row.get(DOCUMENT.TOTAL_MINOR)));
        }

        private String amount(String currency, long minor) {
            return MoneyText.of(Amounts.ofMinor(CurrencyUnit.of(currency), minor), locale);
        }
    }
}
