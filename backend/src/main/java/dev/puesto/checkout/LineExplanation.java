package dev.puesto.checkout;

import dev.puesto.catalog.PricingModel;
import dev.puesto.period.Grain;
import dev.puesto.seatquote.LineKind;
import dev.puesto.seatquote.PricedLine;
import java.time.Instant;
import java.util.List;

/**
 * How the amount of a document's line came about, with enough to compute it again:
 * {@code amount = round(max(0, list x (1 - discount) - discountAmount) x units / total)}, unless a cap made it less. Kept as
 * JSON; amounts in minor units, in the price's own kind.
 *
 * @param version of this form
 * @param units the part of the billing period that is priced, in grains
 * @param total the whole billing period, in grains
 * @param exact the amount before rounding, as a fraction
 * @param capped whether a credit is less than the unused part because no more of the charge was left
 */
record LineExplanation(
        int version,
        LineKind kind,
        Grain grain,
        long units,
        long total,
        Instant periodStartAt,
        Instant periodEndAt,
        PricingModel model,
        List<TierPart> tiers,
        long fixedFeeMinor,
        long listMinor,
        int discountBasisPoints,
        long discountAmountMinor,
        String exact,
        long roundedMinor,
        long amountMinor,
        boolean taxInclusive,
        boolean capped) {
    private static final int VERSION = 1;

    /** What one tier adds to the list price. */
    record TierPart(long firstSeat, long seats, long unitMinor, long amountMinor) {}

    static LineExplanation of(PricedLine line) {
        return new LineExplanation(
                VERSION,
                line.kind(),
                line.share().grain(),
                line.share().units(),
                line.share().total(),
                line.period().start(),
                line.period().end(),
                line.price().model(),
                line.list().tiers().stream()
                        .map(share -> new TierPart(
                                share.tier().firstSeat(),
                                share.seats(),
                                share.tier().unitPrice().getAmountMinorLong(),
                                share.amount().getAmountMinorLong()))
                        .toList(),
                line.list().fixedFee().getAmountMinorLong(),
                line.fullPrice().listMinor(),
                line.fullPrice().discountBasisPoints(),
                line.fullPrice().discountAmountMinor(),
                line.exact().toString(),
                line.rounded().getAmountMinorLong(),
                line.amount().getAmountMinorLong(),
                line.taxInclusive(),
                line.capped());
    }
}
