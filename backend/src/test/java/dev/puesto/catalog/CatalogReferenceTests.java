package dev.puesto.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.id.PlanId;
import dev.puesto.id.PriceId;
import dev.puesto.jooq.tables.records.PriceRecord;
import dev.puesto.jooq.tables.records.PriceTierRecord;
import dev.puesto.money.Amounts;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CatalogReferenceTests {

    private static final PriceId PRICE = new PriceId(UUID.randomUUID());

    @Test
    void readsAPriceWhoseTiersBeginWithTheFirstSeat() {
        var price = price(1, 11).orElseThrow();
        assertThat(Amounts.minor(price.of(1).total())).isEqualTo(1_500);
        assertThat(Amounts.minor(price.of(11).total())).isEqualTo(11_500);
    }

    @Test
    void leavesOutAPriceWhoseFirstSeatsWouldCostTheFeeAlone() {
        assertThat(price(11)).isEmpty();
        assertThat(price()).isEmpty();
    }

    private static Optional<Price> price(long... firstSeats) {
        PriceRecord row = new PriceRecord();
        row.setId(PRICE);
        row.setPlanId(new PlanId(UUID.randomUUID()));
        row.setCurrency("EUR");
        row.setModel(PricingModel.GRADUATED.name());
        row.setFixedFeeMinor(500L);
        row.setTaxInclusive(false);
        row.setNewFrom(Instant.EPOCH);
        return CatalogReference.price(
                row,
                LongStream.of(firstSeats)
                        .mapToObj(first -> new PriceTierRecord(PRICE, first, 1_000L))
                        .toList());
    }
}
