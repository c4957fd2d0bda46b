package dev.puesto;

import static dev.puesto.jooq.Tables.PRICE;

import dev.puesto.jooq.SharedDb;
import dev.puesto.tax.ExchangeRateSettings;
import dev.puesto.tax.TaxPolicy;
import dev.puesto.tax.TaxReference;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Warns at the start where nobody tells what a price's currency is worth in that of a country whose tax is collected. */
@Component
class ExchangeRateWarning {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeRateWarning.class);

    private final PuestoProperties puesto;
    private final ExchangeRateSettings rates;
    private final TaxReference taxes;
    private final SharedDb db;
    private final Clock clock;

    ExchangeRateWarning(
            PuestoProperties puesto, ExchangeRateSettings rates, TaxReference taxes, SharedDb db, Clock clock) {
        this.puesto = puesto;
        this.rates = rates;
        this.taxes = taxes;
        this.db = db;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (!puesto.embeddedDatabase() && rates.url() == null) {
            TaxPolicy policy = taxes.policy();
            sentence(sold(), policy, policy.seller().dateOf(clock.instant())).ifPresent(LOG::warn);
        }
    }

    private Set<String> sold() {
        return db.sql().selectDistinct(PRICE.CURRENCY).from(PRICE).fetchSet(PRICE.CURRENCY);
    }

    /** What there is to warn of. */
    static Optional<String> sentence(Set<String> sold, TaxPolicy policy, LocalDate today) {
        var seller = policy.seller();
        List<String> owed = Stream.concat(Stream.of(seller.country()), seller.registrations().stream())
                .flatMap(country -> policy.rates().currencyOf(country).stream())
                .toList();
        var unknown = new TreeSet<String>();
        for (String price : sold) {
            owed.stream()
                    .filter(currency -> !currency.equals(price))
                    .flatMap(currency -> Stream.of(currency, price))
                    .filter(currency ->
                            policy.rates().exchangeRate(currency, today).isEmpty())
                    .forEach(unknown::add);
        }
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("No exchange rate of " + String.join(", ", unknown)
                        + " is known: documents do not state the tax in the currency of the country that it is owed to"
                        + " (puesto.tax.exchange-rates.url says where rates are read).");
    }
}
