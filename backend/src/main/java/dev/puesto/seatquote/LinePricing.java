package dev.puesto.seatquote;

import dev.puesto.catalog.Plan;
import dev.puesto.catalog.Price;
import dev.puesto.money.Amounts;
import dev.puesto.money.Rounding;
import dev.puesto.period.Grain;
import dev.puesto.period.Period;
import dev.puesto.period.PeriodShare;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** Prices single lines at the instant of a seat quote. */
record LinePricing(PricingInput input) {

    /** The unused part of what was charged, at most what is left of it. */
    PricedLine credit(Holding holding, PeriodShare unused) {
        var live = holding.live();
        var rounded = live.fullPrice().share(unused.ratio());
        var credit = Math.clamp(rounded, 0, live.creditableMinor());
        var line = new PricedLine(
                LineKind.CREDIT,
                input.asOf(),
                holding.period(),
                holding.plan(),
                live.price(),
                live.price().of(live.seats()),
                List.of(),
                live.fullPrice(),
                unused,
                live.fullPrice().exactShare(unused.ratio()),
                money(rounded),
                money(credit),
                live.tax(),
                money(0),
                money(0),
                Optional.of(live));
        return line.taxed(money(live.credit(credit).taxMinor()));
    }

    /** The price of seats for a share of a period; its tax is still to be split. */
    PricedLine charge(Plan plan, Price price, long seats, Period period, PeriodShare share, List<Discount> discounts) {
        var applied = applied(discounts, period, share.grain());
        var list = price.of(seats);
        var fullPrice = discounted(Amounts.minor(list.total()), applied);
        var rounded = money(fullPrice.share(share.ratio()));
        return new PricedLine(
                LineKind.CHARGE,
                input.asOf(),
                period,
                plan,
                price,
                list,
                applied,
                fullPrice,
                share,
                fullPrice.exactShare(share.ratio()),
                rounded,
                rounded,
                input.tax(),
                rounded,
                money(0),
                Optional.empty());
    }

    /** A line that costs nothing: in a trial, or for a change at the renewal. */
    PricedLine free(LineKind kind, Plan plan, Price price, long seats, Period period) {
        var list = price.of(seats);
        var nothing = new PeriodShare(Grain.SECOND, 0, 1);
        var fullPrice = FullPrice.undiscounted(Amounts.minor(list.total()));
        return new PricedLine(
                kind,
                kind == LineKind.TRIAL ? input.asOf() : period.start(),
                period,
                plan,
                price,
                list,
                List.of(),
                fullPrice,
                nothing,
                fullPrice.exactShare(nothing.ratio()),
                money(0),
                money(0),
                input.tax(),
                money(0),
                money(0),
                Optional.empty());
    }

    /** What a full period costs by what is known now, in the price's own kind. */
    Money full(Price price, long seats, Period period, List<Discount> discounts, Grain grain) {
        var applied = applied(discounts, period, grain);
        return money(discounted(Amounts.minor(price.of(seats).total()), applied).rounded());
    }

    Money money(long minor) {
        return Amounts.ofMinor(input.currency(), minor);
    }

    private List<AppliedDiscount> applied(List<Discount> discounts, Period period, Grain grain) {
        return discounts.stream()
                .map(discount -> new AppliedDiscount(discount, overlap(discount, period, grain)))
                .filter(applied -> applied.share().units() > 0)
                .toList();
    }

    /** What a discount covers of a period; one redeemed within the period is measured against the rest that is priced. */
    private PeriodShare overlap(Discount discount, Period period, Grain grain) {
        var from = discount.start().isAfter(period.start()) && period.contains(input.asOf())
                ? input.asOf()
                : period.start();
        var first = discount.start().isAfter(from) ? discount.start() : from;
        var covered = period.part(first, discount.end().orElse(period.end()), grain);
        return new PeriodShare(
                grain,
                covered.units(),
                Math.max(1, period.remaining(from, grain).units()));
    }

    private static FullPrice discounted(long listMinor, List<AppliedDiscount> discounts) {
        var basisPoints = 0;
        var amount = 0L;
        for (var applied : discounts) {
            if (applied.coversThePeriod()) {
                basisPoints += applied.discount().basisPoints();
            }
            amount = Amounts.plus(amount, amountOff(listMinor, applied));
        }
        return new FullPrice(listMinor, basisPoints, amount);
    }

    /** An amount as it is, and whatever covers a part of the period as {@code round(discount x overlap / period)}. */
    private static long amountOff(long listMinor, AppliedDiscount applied) {
        var discount = applied.discount();
        if (applied.coversThePeriod()) {
            return discount.amountMinor();
        }
        var ratio = applied.share().ratio();
        if (discount.basisPoints() == 0) {
            return ratio.of(discount.amountMinor());
        }
        var percentage = BigInteger.valueOf(listMinor).multiply(BigInteger.valueOf(discount.basisPoints()));
        return Rounding.round(
                percentage.multiply(BigInteger.valueOf(ratio.numerator())),
                BigInteger.valueOf(10_000).multiply(BigInteger.valueOf(ratio.denominator())));
    }
}
