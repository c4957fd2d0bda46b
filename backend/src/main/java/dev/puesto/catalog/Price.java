package dev.puesto.catalog;

import dev.puesto.id.PlanId;
import dev.puesto.id.PriceId;
import dev.puesto.money.Amounts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A version of a plan's price in one currency; never edited, a later version replaces it.
 *
 * @param fixedFee the fee per full period beside the seats
 * @param taxInclusive whether amounts contain tax
 * @param newFrom from when new subscriptions get it
 * @param existingFrom from when existing customers get it; empty: they keep theirs
 * @param tiers in the order of their seats, the first from seat 1, without a gap, the last without an end
 */
public record Price(
        PriceId id,
        PlanId planId,
        CurrencyUnit currency,
        PricingModel model,
        Money fixedFee,
        boolean taxInclusive,
        Instant newFrom,
        Optional<Instant> existingFrom,
        List<Tier> tiers) {

    /**
     * The price of that many seats for one full period, before discounts; no seats cost nothing, the fee included.
     *
     * @throws dev.puesto.money.AmountOutOfRange beyond the largest amount
     */
    public PriceBreakdown of(long seats) {
        if (seats == 0) {
            var nothing = Money.zero(currency);
            return new PriceBreakdown(0, List.of(), nothing, nothing);
        }
        var shares = shares(seats);
        var total = Amounts.minor(fixedFee);
        for (var share : shares) {
            total = Amounts.plus(total, Amounts.minor(share.amount()));
        }
        return new PriceBreakdown(seats, shares, fixedFee, Amounts.ofMinor(currency, total));
    }

    private List<TierShare> shares(long seats) {
        return switch (model) {
            case PER_SEAT, VOLUME ->
                tiers.stream()
                        .filter(tier -> tier.contains(seats))
                        .map(tier -> share(tier, seats))
                        .toList();
            case GRADUATED ->
                tiers.stream()
                        .filter(tier -> tier.firstSeat() <= seats)
                        .map(tier -> share(tier, tier.seatsOf(seats)))
                        .toList();
        };
    }

    private TierShare share(Tier tier, long seats) {
        var amount = Amounts.times(Amounts.minor(tier.unitPrice()), seats);
        return new TierShare(tier, seats, Amounts.ofMinor(currency, amount));
    }
}
