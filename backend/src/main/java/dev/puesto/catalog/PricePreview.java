package dev.puesto.catalog;

import dev.puesto.api.MoneyView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a number of seats costs for a full period, and how the price comes about. */
record PricePreview(CatalogView.Price price, long seats, List<Share> tiers, MoneyView fixedFee, MoneyView total) {

    /** What a tier adds. */
    record Share(long firstSeat, @Nullable Long lastSeat, MoneyView unitPrice, long seats, MoneyView amount) {
        static Share of(TierShare share) {
            Tier tier = share.tier();
            return new Share(
                    tier.firstSeat(),
                    tier.lastSeat().isPresent() ? (Long) tier.lastSeat().getAsLong() : null,
                    MoneyView.of(tier.unitPrice()),
                    share.seats(),
                    MoneyView.of(share.amount()));
        }
    }

    static PricePreview of(Price price, long seats, CatalogView view) {
        PriceBreakdown breakdown = price.of(seats);
        return new PricePreview(
                Objects.requireNonNull(view.price(price.id())),
                seats,
                breakdown.tiers().stream().map(Share::of).toList(),
                MoneyView.of(breakdown.fixedFee()),
                MoneyView.of(breakdown.total()));
    }
}
