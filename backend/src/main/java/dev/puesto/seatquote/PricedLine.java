package dev.puesto.seatquote;

import dev.puesto.catalog.Plan;
import dev.puesto.catalog.Price;
import dev.puesto.catalog.PriceBreakdown;
import dev.puesto.period.Period;
import dev.puesto.period.PeriodShare;
import dev.puesto.tax.TaxGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A line of a seat quote with all that it takes to compute it again:
 * {@code amount = min(round(full price x share), what is left to credit)}. Amounts are positive; the kind carries the sign.
 *
 * @param start where the stretch of time begins that it prices
 * @param period the billing period that it is a share of
 * @param list the price of its seats for the full period, tier by tier
 * @param discounts what is taken off; empty on a credit, whose full price is what was charged
 * @param fullPrice the full period's price with discounts
 * @param exact full price times share, in minor units, before rounding
 * @param rounded the same, rounded
 * @param amount the line's amount in the price's own kind; less than rounded only where a credit is capped
 * @param net the amount without tax
 * @param tax its tax; of charges the parts of one group add up to the group's tax, which is rounded once
 * @param corrects on a credit the line that it gives back from
 */
public record PricedLine(
        LineKind kind,
        Instant start,
        Period period,
        Plan plan,
        Price price,
        PriceBreakdown list,
        List<AppliedDiscount> discounts,
        FullPrice fullPrice,
        PeriodShare share,
        ExactAmount exact,
        Money rounded,
        Money amount,
        TaxGroup taxGroup,
        Money net,
        Money tax,
        Optional<LiveLine> corrects) {

    /** The seats that it prices. */
    public long seats() {
        return list.seats();
    }

    /** The first instant after the stretch that it prices. */
    public Instant end() {
        return period.end();
    }

    /** With tax. */
    public Money gross() {
        return net.plus(tax);
    }

    /** Whether the amount contains tax. */
    public boolean taxInclusive() {
        return price.taxInclusive();
    }

    /** Whether less is credited than the unused part, because no more of the charge is left. */
    public boolean capped() {
        return amount.isLessThan(rounded);
    }

    /** Whether a document must hold it. */
    public boolean documented() {
        return amount.isPositive();
    }

    PricedLine taxed(Money tax) {
        var net = taxInclusive() ? amount.minus(tax) : amount;
        return new PricedLine(
                kind, start, period, plan, price, list, discounts, fullPrice, share, exact, rounded, amount, taxGroup,
                net, tax, corrects);
    }
}
