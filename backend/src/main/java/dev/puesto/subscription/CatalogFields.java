package dev.puesto.subscription;

import dev.puesto.catalog.CatalogReference;
import dev.puesto.catalog.CatalogView;
import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;
import org.springframework.stereotype.Component;

/** The fields that show a part of the catalog beside a subscription: taken from memory, as cheap as a property. */
@Component
class CatalogFields implements RuntimeWiringConfigurer {
    private final CatalogReference catalog;

    CatalogFields(CatalogReference catalog) {
        this.catalog = catalog;
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type(
                Subscription.TYPE,
                type -> type.dataFetcher(
                                "product",
                                from(
                                        Subscription.class,
                                        CatalogView.Product.class,
                                        (view, subscription) -> view.product(subscription.productId())))
                        .dataFetcher(
                                "plan",
                                from(
                                        Subscription.class,
                                        CatalogView.Plan.class,
                                        (view, subscription) -> view.plan(subscription.planId())))
                        .dataFetcher("price", from(Subscription.class, CatalogView.Price.class, CatalogFields::price)));
        wiring.type(
                "SeatTotal",
                type -> type.dataFetcher(
                        "product",
                        from(
                                SeatTotal.class,
                                CatalogView.Product.class,
                                (view, total) -> view.product(total.productId()))));
        wiring.type(
                ScheduledChange.TYPE,
                type -> type.dataFetcher(
                        "plan", from(ScheduledChange.class, CatalogView.Plan.class, CatalogFields::plan)));
    }

    private static CatalogView.@Nullable Price price(CatalogView view, Subscription subscription) {
        return Optional.ofNullable(subscription.priceId()).map(view::price).orElse(null);
    }

    private static CatalogView.@Nullable Plan plan(CatalogView view, ScheduledChange change) {
        return Optional.ofNullable(change.planId()).map(view::plan).orElse(null);
    }

    private <S, T> Field<S, T> from(Class<S> source, Class<T> shown, BiFunction<CatalogView, S, @Nullable T> read) {
        return new Field<>(catalog, source, shown, read);
    }

    /** Says what it shows, so that the inspection of the schema sees behind it. */
    private record Field<S, T>(
            CatalogReference catalog, Class<S> source, Class<T> shown, BiFunction<CatalogView, S, @Nullable T> read)
            implements TrivialDataFetcher<T>, SelfDescribingDataFetcher<T> {
        @Override
        public String getDescription() {
            return source.getSimpleName() + " shows " + shown.getSimpleName();
        }

        @Override
        public ResolvableType getReturnType() {
            return ResolvableType.forClass(shown);
        }

        @Override
        public @Nullable T get(DataFetchingEnvironment environment) {
            return read.apply(catalog.view(environment.getLocale()), source.cast(environment.getSource()));
        }
    }
}
