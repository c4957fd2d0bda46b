package dev.puesto.tax;

import dev.puesto.money.Amounts;

/**
 * An amount with its tax, in minor units of the document's currency.
 *
 * @param group what it is taxed as
 * @param netMinor without tax
 * @param taxMinor the tax
 */
public record Taxed(TaxGroup group, long netMinor, long taxMinor) {

    /** With tax. */
    public long grossMinor() {
        return Amounts.plus(netMinor, taxMinor);
    }

    Taxed plus(Taxed other) {
        return new Taxed(group, Amounts.plus(netMinor, other.netMinor), Amounts.plus(taxMinor, other.taxMinor));
    }
}
