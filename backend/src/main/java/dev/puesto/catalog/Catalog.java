package dev.puesto.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.puesto.id.PlanId;
import dev.puesto.id.PriceId;
import dev.puesto.id.ProductId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** All products, plans and prices of one version of the reference data; never changes. */
public final class Catalog {
    private final long version;
    private final List<Product> products;
    private final Map<ProductId, Product> productsById;
    private final Map<PlanId, Plan> plansById;
    private final Map<ProductId, List<Plan>> plansByProduct;
    private final Map<PriceId, Price> pricesById;
    private final Map<PlanId, Map<CurrencyUnit, PriceHistory>> histories;

    Catalog(long version, Collection<Product> products, Collection<Plan> plans, Collection<Price> prices) {
        this.version = version;
        this.products = sorted(products, Product::code);
        this.productsById = byId(products, Product::id);
        this.plansById = byId(plans, Plan::id);
        this.plansByProduct = sorted(plans, Plan::code).stream().collect(groupingBy(Plan::productId));
        this.pricesById = byId(prices, Price::id);
        this.histories = byId(plans, Plan::id).keySet().stream()
                .collect(toUnmodifiableMap(Function.identity(), plan -> histories(plan, prices)));
    }

    /** The version of the reference data that this is. */
    public long version() {
        return version;
    }

    /** All products by their code. */
    public List<Product> products() {
        return products;
    }

    /** The product of that code. */
    public Optional<Product> product(String code) {
        return products.stream().filter(product -> product.code().equals(code)).findFirst();
    }

    /**
     * The product of that id, as a row of the database names it.
     *
     * @throws NoSuchElementException for an id that no row can hold
     */
    public Product product(ProductId id) {
        return known(productsById.get(id), id);
    }

    /** The plan of that id, as a client names it. */
    public Optional<Plan> findPlan(PlanId id) {
        return Optional.ofNullable(plansById.get(id));
    }

    /**
     * The plan of that id, as a row of the database names it.
     *
     * @throws NoSuchElementException for an id that no row can hold
     */
    public Plan plan(PlanId id) {
        return known(plansById.get(id), id);
    }

    /** A product's plans by their code, archived ones included. */
    public List<Plan> plans(ProductId product) {
        return plansByProduct.getOrDefault(product, List.of());
    }

    /**
     * The version of a price, as a row of the database names it.
     *
     * @throws NoSuchElementException for an id that no row can hold
     */
    public Price price(PriceId id) {
        return known(pricesById.get(id), id);
    }

    /** All versions of all prices. */
    Collection<Price> prices() {
        return pricesById.values();
    }

    /** The versions of a plan's price in a currency; none where it has no price there. */
    public PriceHistory prices(PlanId plan, CurrencyUnit currency) {
        return histories(plan).getOrDefault(currency, new PriceHistory(List.of()));
    }

    Map<CurrencyUnit, PriceHistory> histories(PlanId plan) {
        return histories.getOrDefault(plan, Map.of());
    }

    private static Map<CurrencyUnit, PriceHistory> histories(PlanId plan, Collection<Price> prices) {
        var byCurrency =
                prices.stream().filter(price -> price.planId().equals(plan)).collect(groupingBy(Price::currency));
        return byCurrency.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> new PriceHistory(entry.getValue())));
    }

    private static <K, V> Map<K, V> byId(Collection<V> values, Function<V, K> id) {
        return values.stream().collect(toUnmodifiableMap(id, Function.identity()));
    }

    private static <V> List<V> sorted(Collection<V> values, Function<V, String> code) {
        return values.stream().sorted(Comparator.comparing(code)).toList();
    }

    private static <V> V known(@Nullable V value, Object id) {
        if (value == null) {
            throw new NoSuchElementException("not in the catalog: " + id);
        }
        return value;
    }
}
