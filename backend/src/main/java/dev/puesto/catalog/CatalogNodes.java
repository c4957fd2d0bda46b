package dev.puesto.catalog;

import dev.puesto.access.Viewer;
import dev.puesto.api.NodeLoader;
import dev.puesto.id.AccountId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** Products and plans by their id. */
@Configuration(proxyBeanMethods = false)
class CatalogNodes {

    @Bean
    NodeLoader productNodes(CatalogReference catalog) {
        return new CatalogNodeLoader("Product", locale -> catalog.view(locale).productsById());
    }

    @Bean
    NodeLoader planNodes(CatalogReference catalog) {
        return new CatalogNodeLoader("Plan", locale -> catalog.view(locale).plansById());
    }

    private record CatalogNodeLoader(String type, Function<Locale, Map<UUID, ?>> nodes) implements NodeLoader {

        @Override
        public Map<UUID, ?> load(Viewer viewer, AccountId account, Collection<UUID> ids) {
            var known = nodes.apply(LocaleContextHolder.getLocale());
            return ids.stream()
                    .filter(known::containsKey)
                    .collect(Collectors.toMap(Function.identity(), id -> Objects.requireNonNull(known.get(id))));
        }
    }
}
