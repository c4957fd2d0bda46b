package dev.puesto.tax;

import dev.puesto.money.Amounts;

/**
 * A credit of a charge, with what was charged and already credited of it: its tax is what these leave.
 *
 * @param group of the charge that it corrects
 * @param amountMinor as priced: with tax where prices are tax-inclusive, else without; at most {@link #creditableMinor}
 * @param chargedNetMinor charged without tax
 * @param chargedTaxMinor the charge's part of its document's tax
 * @param creditedNetMinor already credited without tax
 * @param creditedTaxMinor tax already credited
 */
public record TaxableCredit(
        TaxGroup group,
        long amountMinor,
        long chargedNetMinor,
        long chargedTaxMinor,
        long creditedNetMinor,
        long creditedTaxMinor) {

    /** The most that can still be credited: without tax, or with it where prices are tax-inclusive. */
    public long creditableMinor(boolean taxInclusive) {
        long net = chargedNetMinor - creditedNetMinor;
        return taxInclusive ? Amounts.plus(net, chargedTaxMinor - creditedTaxMinor) : net;
    }
}
