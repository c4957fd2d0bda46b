package dev.puesto.catalog;

import dev.puesto.api.Connection;
import dev.puesto.api.CursorStrategy;
import dev.puesto.api.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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

    ProductController(CatalogReference catalog) {
        this.catalog = catalog;
    }

    @QueryMapping
    CatalogView.@Nullable Product product(@Argument String code, Locale locale) {
        return catalog.view(locale).product(code).orElse(null);
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
