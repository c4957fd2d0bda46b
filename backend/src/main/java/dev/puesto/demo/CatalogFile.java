package dev.puesto.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The shape of {@code demo/catalog.json}.
 *
 * @param unitsPerEuro by the currency's three letters
 */
record CatalogFile(Map<String, BigDecimal> unitsPerEuro, List<DemoProduct> products) {

    record DemoProduct(
            String code,
            String name,
            String descriptionEn,
            String descriptionEs,
            Noun seatEn,
            Noun seatEs,
            List<DemoPlan> plans) {}

    record Noun(String one, String other) {}

    /**
     * A plan with one version of its price for each currency.
     *
     * @param prices by the currency's three letters
     */
    record DemoPlan(
            String code,
            String nameEn,
            String nameEs,
            String interval,
            String anchor,
            String grain,
            String decrease,
            int trialDays,
            long minimumSeats,
            long maximumSeats,
            String model,
            Map<String, DemoPrice> prices) {}

    /**
     * A price.
     *
     * @param fixedFee per period, in minor units
     * @param tiers the price of one seat in minor units, by the tier's first seat
     */
    record DemoPrice(long fixedFee, Map<Long, Long> tiers) {}
}
