package dev.puesto.catalog;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.puesto.api.MoneyView;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PlanId;
import dev.puesto.id.PriceId;
import dev.puesto.id.ProductId;
import dev.puesto.period.BillingInterval;
import dev.puesto.period.Grain;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The catalog in one language, as the types of the API show it. */
public final class CatalogView {
    private final List<Product> products;
    private final Map<UUID, Product> productsById;
    private final Map<UUID, Plan> plansById;
    private final Map<PriceId, Price> pricesById;

    private CatalogView(Catalog catalog, Instant now, Locale locale) {
        this.products = catalog.products().stream()
                .map(product -> product(catalog, product, now, locale))
                .toList();
        this.productsById = byKey(products, Product::key);
        this.plansById = byKey(
                products.stream().flatMap(product -> product.plans().stream()).toList(), Plan::key);
        this.pricesById =
                catalog.prices().stream().collect(toUnmodifiableMap(dev.puesto.catalog.Price::id, CatalogView::price));
    }

    static InEachLanguage of(Catalog catalog, Instant now) {
        return new InEachLanguage(
                new CatalogView(catalog, now, Locale.ENGLISH), new CatalogView(catalog, now, Locale.of("es")));
    }

    /** All products by their code. */
    public List<Product> products() {
        return products;
    }

    /** The product of that code. */
    public Optional<Product> product(String code) {
        return products.stream().filter(product -> product.code().equals(code)).findFirst();
    }

    /** The product of that id; null for one that was made within the last second. */
    public @Nullable Product product(ProductId id) {
        return productsById.get(id.value());
    }

    /** The plan of that id; null for one that was made within the last second. */
    public @Nullable Plan plan(PlanId id) {
        return plansById.get(id.value());
    }

    /** The version of a price of that id, one out of date included; null for one that was made within the last second. */
    public @Nullable Price price(PriceId id) {
        return pricesById.get(id);
    }

    Map<UUID, Product> productsById() {
        return productsById;
    }

    Map<UUID, Plan> plansById() {
        return plansById;
    }

    private static Product product(Catalog catalog, dev.puesto.catalog.Product product, Instant now, Locale locale) {
        return new Product(
                product.id().value(),
                GlobalId.of("Product", product.id()).toString(),
                product.code(),
                product.name(),
                product.description().in(locale),
                new SeatNoun(
                        product.seatNoun().one().in(locale),
                        product.seatNoun().other().in(locale)),
                product.active(),
                catalog.plans(product.id()).stream()
                        .map(plan -> plan(catalog, plan, now, locale))
                        .toList());
    }

    private static Plan plan(Catalog catalog, dev.puesto.catalog.Plan plan, Instant now, Locale locale) {
        return new Plan(
                plan.id().value(),
                GlobalId.of("Plan", plan.id()).toString(),
                plan.code(),
                plan.name().in(locale),
                plan.interval(),
                new PlanPolicy(
                        plan.policy().anchor(),
                        plan.policy().grain(),
                        plan.policy().decrease()),
                plan.trialDays(),
                plan.minimumSeats(),
                plan.maximumSeats(),
                plan.active(),
                catalog.histories(plan.id()).values().stream()
                        .flatMap(history -> history.shown(now).stream())
                        .map(CatalogView::price)
                        .sorted(Comparator.comparing(Price::currency).thenComparing(Price::newFrom))
                        .toList());
    }

    private static Price price(dev.puesto.catalog.Price price) {
        return new Price(
                GlobalId.of("Price", price.id()).toString(),
                price.currency().getCode(),
                price.model(),
                MoneyView.of(price.fixedFee()),
                price.taxInclusive(),
                price.newFrom(),
                price.existingFrom().orElse(null),
                price.tiers().stream().map(CatalogView::tier).toList());
    }

    private static Tier tier(dev.puesto.catalog.Tier tier) {
        var last = tier.lastSeat().isPresent() ? (Long) tier.lastSeat().getAsLong() : null;
        return new Tier(tier.firstSeat(), last, MoneyView.of(tier.unitPrice()));
    }

    private static <V> Map<UUID, V> byKey(List<V> values, Function<V, UUID> key) {
        return values.stream().collect(toUnmodifiableMap(key, Function.identity()));
    }

    record InEachLanguage(CatalogView en, CatalogView es) {

        CatalogView in(Locale locale) {
            return locale.getLanguage().equals("es") ? es : en;
        }
    }

    /** A product; {@code key} is its id within the installation. */
    public record Product(
            UUID key,
            String id,
            String code,
            String name,
            String description,
            SeatNoun seatNoun,
            boolean active,
            List<Plan> plans) {}

    /** The noun of one seat and of several. */
    public record SeatNoun(String one, String other) {}

    /** A plan; {@code key} is its id within the installation. */
    public record Plan(
            UUID key,
            String id,
            String code,
            String name,
            BillingInterval interval,
            PlanPolicy policy,
            int trialDays,
            long minimumSeats,
            long maximumSeats,
            boolean active,
            List<Price> prices) {}

    /** How a plan prices a change. */
    public record PlanPolicy(AnchorPolicy anchor, Grain grain, DecreasePolicy decrease) {}

    /** A version of a price. */
    public record Price(
            String id,
            String currency,
            PricingModel model,
            MoneyView fixedFee,
            boolean taxInclusive,
            Instant newFrom,
            @Nullable Instant existingFrom,
            List<Tier> tiers) {}

    /** A range of seats and the price of one of them. */
    public record Tier(long firstSeat, @Nullable Long lastSeat, MoneyView unitPrice) {}
}
