package dev.puesto.catalog;

import dev.puesto.api.Connection;
import dev.puesto.api.CursorStrategy;
import dev.puesto.api.PageRequest;
import dev.puesto.api.Refusal;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PlanId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The catalog's queries, answered from memory. */
@Controller
class ProductController {
    private static final CursorStrategy<String> CURSORS =
            CursorStrategy.of("products", List::of, values -> values.getFirst());

    private final CatalogReference catalog;
    private final Clock clock;

    ProductController(CatalogReference catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    @QueryMapping
    CatalogView.@Nullable Product product(@Argument String code, Locale locale) {
        return catalog.view(locale).product(code).orElse(null);
    }

    @QueryMapping
    @Nullable
    PricePreview pricePreview(
            @Argument GlobalId planId, @Argument CurrencyUnit currency, @Argument long seats, Locale locale) {
        Catalog known = catalog.catalog();
        return planId.as("Plan", PlanId::new)
                .flatMap(known::findPlan)
                .flatMap(plan -> preview(known, plan, currency, within(plan, seats), locale))
                .orElse(null);
    }

    private Optional<PricePreview> preview(Catalog known, Plan plan, CurrencyUnit currency, long seats, Locale locale) {
        return known.prices(plan.id(), currency)
                .forNew(clock.instant())
                .map(price -> PricePreview.of(price, seats, catalog.view(locale, plan.id())));
    }

    private static long within(Plan plan, long seats) {
        if (seats < 0 || seats > plan.maximumSeats()) {
            throw Refusal.badRequest("range", 0, plan.maximumSeats());
        }
        return seats;
    }

    @QueryMapping
    Connection<CatalogView.Product> products(PageRequest page, Locale locale) {
        var products = catalog.view(locale).products();
        return Connection.of(page, rows(products, page), CURSORS, CatalogView.Product::code, products::size);
    }

    /** One row more than the page has, in reading direction, from behind its cursor. */
    private static List<CatalogView.Product> rows(List<CatalogView.Product> products, PageRequest page) {
        var inDirection = page.forward() ? products : products.reversed();
        var order = page.forward() ? Comparator.<String>naturalOrder() : Comparator.<String>reverseOrder();
        Stream<CatalogView.Product> behind = CURSORS.read(page)
                .map(from -> inDirection.stream().filter(product -> order.compare(product.code(), from) > 0))
                .orElseGet(inDirection::stream);
        return behind.limit(page.limit()).toList();
    }
}
