package dev.puesto.seatquote;

import dev.puesto.catalog.Catalog;
import dev.puesto.catalog.Price;
import dev.puesto.money.Amounts;
import dev.puesto.seatquote.LiveLine.InvoiceLineRef;
import dev.puesto.subscription.ChangeableSubscription;
import dev.puesto.subscription.ChargeLine;
import dev.puesto.subscription.Subscription;
import dev.puesto.subscription.SubscriptionPeriod;
import dev.puesto.tax.TaxGroup;
import dev.puesto.tax.TaxTreatment;
import java.util.List;
import java.util.Optional;

/**
 * A subscription as the database has it, and what pricing makes of it.
 *
 * @param holding empty once it has ended
 */
record SubscriptionFacts(Subscription subscription, Optional<Holding> holding) {

    static SubscriptionFacts of(ChangeableSubscription row, List<Discount> discounts, Catalog catalog) {
        var subscription = row.subscription();
        var period = subscription.currentPeriod();
        var live = row.live();
        if (period == null || live == null) {
            return new SubscriptionFacts(subscription, Optional.empty());
        }
        var holding = holding(row, period, liveLine(live, catalog.price(live.priceId())), discounts, catalog);
        return new SubscriptionFacts(subscription, Optional.of(holding));
    }

    private static Holding holding(
            ChangeableSubscription row,
            SubscriptionPeriod period,
            LiveLine live,
            List<Discount> discounts,
            Catalog catalog) {
        var subscription = row.subscription();
        return new Holding(
                subscription.subscriptionId(),
                standing(subscription),
                catalog.plan(subscription.planId()),
                subscription.seatsOwned(),
                period.cycle(),
                period.bounds(),
                live,
                discounts,
                row.changeScheduled());
    }

    private static Holding.Standing standing(Subscription subscription) {
        return switch (subscription.status()) {
            case TRIALING -> Holding.Standing.TRIALING;
            case ACTIVE, ENDED -> Holding.Standing.ACTIVE;
            case PAST_DUE -> Holding.Standing.PAST_DUE;
            case SUSPENDED -> Holding.Standing.SUSPENDED;
        };
    }

    private static LiveLine liveLine(ChargeLine line, Price price) {
        return new LiveLine(
                line.chargeLineId(),
                price,
                line.seats(),
                fullPrice(line, price),
                new TaxGroup(line.taxCountry(), TaxTreatment.valueOf(line.taxTreatment()), line.taxRateBasisPoints()),
                line.chargedNetMinor(),
                line.chargedTaxMinor(),
                line.creditedNetMinor(),
                line.creditedTaxMinor(),
                line.documentId() == null || line.documentLineId() == null
                        ? Optional.empty()
                        : Optional.of(new InvoiceLineRef(line.documentId(), line.documentLineId())));
    }

    /** The exact price by the version and discounts that the line was charged with; the rounded one where it was agreed otherwise. */
    private static FullPrice fullPrice(ChargeLine line, Price price) {
        var list = Amounts.minor(price.of(line.seats()).total());
        var exact = new FullPrice(list, line.discountBasisPoints(), line.discountAmountMinor());
        return exact.rounded() == line.fullPriceMinor() ? exact : FullPrice.undiscounted(line.fullPriceMinor());
    }
}
