package dev.puesto.tax;

import dev.puesto.money.Amounts;
import dev.puesto.money.Rounding;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Tax of the lines of one document. Rounded once per document and group: {@code round(rate x net)}, and for
 * tax-inclusive prices {@code tax = round(gross x rate / (1 + rate))}, {@code net = gross - tax}.
 */
public final class TaxCalculation {

    private TaxCalculation() {}

    /**
     * The lines of an invoice with their parts of the tax. A group's parts add up to the group's tax, which is rounded
     * once: each part is what the rounded tax of the group grows by with the line.
     *
     * @param taxInclusive whether the amounts contain tax
     * @return one for each charge, in the same order
     */
    public static List<Taxed> charges(List<TaxableCharge> charges, boolean taxInclusive) {
        var groups = new TreeMap<TaxGroup, Running>();
        return charges.stream()
                .map(charge -> groups.computeIfAbsent(charge.group(), group -> new Running(group, taxInclusive))
                        .next(charge.amountMinor()))
                .toList();
    }

    /**
     * A credit with its tax: {@code round(rate x credited so far with this) - tax credited so far}, never more than what
     * the charge leaves, so that many small credits give back no more than was charged.
     *
     * @param taxInclusive whether the amount contains tax
     * @throws IllegalArgumentException for an amount above {@link TaxableCredit#creditableMinor}
     */
    public static Taxed credit(TaxableCredit credit, boolean taxInclusive) {
        if (credit.amountMinor() < 0 || credit.amountMinor() > credit.creditableMinor(taxInclusive)) {
            throw new IllegalArgumentException("A credit is between nothing and what is left of its charge");
        }
        return taxInclusive ? creditOfGross(credit) : creditOfNet(credit);
    }

    /** The tax of a document: its lines summed by group, in the groups' order. */
    public static List<Taxed> byGroup(Collection<Taxed> lines) {
        var groups = new TreeMap<TaxGroup, Taxed>();
        lines.forEach(line -> groups.merge(line.group(), line, Taxed::plus));
        return List.copyOf(groups.values());
    }

    /** The tax on an amount, rounded. */
    static long tax(TaxGroup group, long amountMinor, boolean taxInclusive) {
        int rate = group.rateBasisPoints();
        return Rounding.share(amountMinor, rate, taxInclusive ? TaxGroup.WHOLE + rate : TaxGroup.WHOLE);
    }

    private static Taxed creditOfNet(TaxableCredit credit) {
        long soFar = credit.creditedNetMinor() + credit.amountMinor();
        long tax = tax(credit.group(), soFar, false) - credit.creditedTaxMinor();
        return new Taxed(credit.group(), credit.amountMinor(), withinTaxLeft(tax, credit));
    }

    private static Taxed creditOfGross(TaxableCredit credit) {
        long soFar = credit.creditedNetMinor() + credit.creditedTaxMinor() + credit.amountMinor();
        long rounded = tax(credit.group(), soFar, true) - credit.creditedTaxMinor();
        long leastByNet = credit.amountMinor() - credit.creditableMinor(false);
        long tax = Math.min(credit.amountMinor(), withinTaxLeft(Math.max(rounded, leastByNet), credit));
        return new Taxed(credit.group(), credit.amountMinor() - tax, tax);
    }

    private static long withinTaxLeft(long tax, TaxableCredit credit) {
        return Math.clamp(tax, 0, credit.chargedTaxMinor() - credit.creditedTaxMinor());
    }

    /** What a group's lines amount to so far. */
    private static final class Running {
        private final TaxGroup group;
        private final boolean taxInclusive;
        private long amountMinor;
        private long taxMinor;

        Running(TaxGroup group, boolean taxInclusive) {
            this.group = group;
            this.taxInclusive = taxInclusive;
        }

        Taxed next(long lineMinor) {
            amountMinor = Amounts.plus(amountMinor, lineMinor);
            long before = taxMinor;
            taxMinor = tax(group, amountMinor, taxInclusive);
            long part = taxMinor - before;
            return new Taxed(group, taxInclusive ? lineMinor - part : lineMinor, part);
        }
    }
}
