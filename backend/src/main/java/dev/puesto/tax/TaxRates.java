package dev.puesto.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every dated fact about tax, as of one version of the reference data; never changes.
 *
 * @param version of {@code reference_version} "tax"
 * @param countries by ISO 3166
 * @param exchangeRates by currency, then by day: units for one euro
 */
public record TaxRates(
        long version,
        Map<String, TaxCountry> countries,
        Map<String, NavigableMap<LocalDate, ExchangeRate>> exchangeRates) {

    /**
     * A country that can be taxed in.
     *
     * @param currency in which its authority wants the tax stated
     * @param euFrom from when it is in the EU's VAT area; null: never was
     * @param euUntil the first day after; null: still is
     * @param standardRates by the day from which they hold, in basis points
     */
    public record TaxCountry(
            String code,
            String currency,
            @Nullable LocalDate euFrom,
            @Nullable LocalDate euUntil,
            NavigableMap<LocalDate, Integer> standardRates) {

        boolean isInEu(LocalDate on) {
            return euFrom != null && !on.isBefore(euFrom) && (euUntil == null || on.isBefore(euUntil));
        }
    }

    /**
     * What a currency was worth on a day.
     *
     * @param unitsPerEuro how many units one euro bought
     * @param source who published it
     */
    public record ExchangeRate(LocalDate validOn, BigDecimal unitsPerEuro, String source) {}

    /** Whether a country belongs to the EU's VAT area on a day; countries that we know nothing of do not. */
    public boolean isInEu(String country, LocalDate on) {
        TaxCountry known = countries.get(country);
        return known != null && known.isInEu(on);
    }

    /** Whether tax can be worked out in a country. */
    public boolean hasStandardRate(String country) {
        TaxCountry known = countries.get(country);
        return known != null && !known.standardRates().isEmpty();
    }

    /**
     * The standard rate of a country on a day, in basis points; before the first one known that one, since somebody may look
     * at a price of long ago.
     *
     * @throws IllegalStateException for a country without a rate: the seller's settings name it, which the start refuses
     */
    public int standardRate(String country, LocalDate on) {
        if (!hasStandardRate(country)) {
            throw new IllegalStateException("No tax rate of " + country);
        }
        var rates = countries.get(country).standardRates();
        var rate = rates.floorEntry(on);
        return (rate == null ? rates.firstEntry() : rate).getValue();
    }

    /** The currency in which a country's authority wants tax stated; empty for a country that we know nothing of. */
    public Optional<String> currencyOf(String country) {
        return Optional.ofNullable(countries.get(country)).map(TaxCountry::currency);
    }

    /** The last known rate of a currency up to a day; the euro's own is 1. */
    public Optional<ExchangeRate> exchangeRate(String currency, LocalDate on) {
        if (currency.equals("EUR")) {
            return Optional.of(new ExchangeRate(on, BigDecimal.ONE, "EUR"));
        }
        var rates = exchangeRates.get(currency);
        return Optional.ofNullable(rates == null ? null : rates.floorEntry(on)).map(Map.Entry::getValue);
    }
}
