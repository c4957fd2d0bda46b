package dev.puesto.tax;

import static dev.puesto.jooq.Tables.EXCHANGE_RATE;
import static dev.puesto.jooq.Tables.REFERENCE_VERSION;
import static dev.puesto.jooq.Tables.TAX_COUNTRY;
import static dev.puesto.jooq.Tables.TAX_RATE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.puesto.jooq.SharedDb;
import dev.puesto.tax.TaxRates.ExchangeRate;
import dev.puesto.tax.TaxRates.TaxCountry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tax rates in memory. A request that decides about money reads {@link #VERSION} in its own statement and asks for the
 * policy of that version: rates that an operator changed meanwhile are loaded anew.
 */
@Component
public final class TaxReference {

    /** The version of the rates now in force, to be selected beside whatever a request reads. */
    public static final Field<Long> VERSION = DSL.field(DSL.select(REFERENCE_VERSION.VERSION)
                    .from(REFERENCE_VERSION)
                    .where(REFERENCE_VERSION.NAME.eq(DSL.inline("tax"))))
            .as("tax_version");

    private final SharedDb db;
    private final TaxSettings seller;
    private volatile @Nullable TaxPolicy policy;

    TaxReference(SharedDb db, TaxSettings seller) {
        this.db = db;
        this.seller = seller;
    }

    /** The policy of the rates at least as new as that version. */
    public TaxPolicy policy(long version) {
        var known = policy;
        return known != null && known.rates().version() >= version ? known : load(version);
    }

    /** The policy of the rates now in force, with a question to the database. */
    public TaxPolicy policy() {
        return policy(db.sql().select(VERSION).fetchSingle(VERSION));
    }

    /** Read once, whoever waits for it. */
    private synchronized TaxPolicy load(long version) {
        var known = policy;
        if (known != null && known.rates().version() >= version) {
            return known;
        }
        var loaded = new TaxPolicy(seller, read(db.sql()));
        policy = loaded;
        return loaded;
    }

    /** The version is read first: rates that change in between are loaded again by the next request. */
    private static TaxRates read(DSLContext sql) {
        long version = sql.select(VERSION).fetchSingle(VERSION);
        return new TaxRates(version, countries(sql), exchangeRates(sql));
    }

    private static Map<String, TaxCountry> countries(DSLContext sql) {
        var rates = standardRates(sql);
        return sql.selectFrom(TAX_COUNTRY).stream()
                .map(row -> new TaxCountry(
                        row.getCode(),
                        row.getCurrency(),
                        row.getEuFrom(),
                        row.getEuUntil(),
                        rates.getOrDefault(row.getCode(), new TreeMap<>())))
                .collect(toMap(TaxCountry::code, country -> country));
    }

    private static Map<String, TreeMap<LocalDate, Integer>> standardRates(DSLContext sql) {
        return sql.selectFrom(TAX_RATE).stream()
                .collect(groupingBy(
                        row -> row.getCountry(),
                        toMap(
                                row -> row.getValidFrom(),
                                row -> row.getRateBasisPoints(),
                                (one, other) -> other,
                                TreeMap::new)));
    }

    private static Map<String, NavigableMap<LocalDate, ExchangeRate>> exchangeRates(DSLContext sql) {
        Map<String, List<ExchangeRateOf>> rates = sql.selectFrom(EXCHANGE_RATE).stream()
                .map(row -> new ExchangeRateOf(
                        row.getCurrency(), new ExchangeRate(row.getValidOn(), row.getUnitsPerEuro(), row.getSource())))
                .collect(groupingBy(ExchangeRateOf::currency));
        var byDay = new TreeMap<String, NavigableMap<LocalDate, ExchangeRate>>();
        rates.forEach((currency, list) -> byDay.put(currency, byDay(list)));
        return byDay;
    }

    private static NavigableMap<LocalDate, ExchangeRate> byDay(List<ExchangeRateOf> rates) {
        var days = new TreeMap<LocalDate, ExchangeRate>();
        rates.forEach(rate -> days.put(rate.rate().validOn(), rate.rate()));
        return days;
    }

    private record ExchangeRateOf(String currency, ExchangeRate rate) {}
}
