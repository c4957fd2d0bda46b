package dev.puesto.tax;

import java.util.Comparator;

/**
 * What is taxed alike; tax is rounded once per document and group.
 *
 * @param country the taxing country by ISO 3166, the customer's under reverse charge
 * @param treatment how it is taxed
 * @param rateBasisPoints the rate in hundredths of a per cent, 2100 for 21 %; 0 unless the treatment is {@code STANDARD}
 */
public record TaxGroup(String country, TaxTreatment treatment, int rateBasisPoints) implements Comparable<TaxGroup> {

    /** A whole in basis points. */
    public static final int WHOLE = 10_000;

    private static final Comparator<TaxGroup> ORDER = Comparator.comparing(TaxGroup::country)
            .thenComparing(TaxGroup::treatment)
            .thenComparingInt(TaxGroup::rateBasisPoints);

    public TaxGroup {
        if (rateBasisPoints < 0 || rateBasisPoints > WHOLE) {
            throw new IllegalArgumentException("A rate is between 0 and 10000 basis points");
        }
        if (treatment != TaxTreatment.STANDARD && rateBasisPoints != 0) {
            throw new IllegalArgumentException("Only the standard treatment has a rate");
        }
    }

    /** A group that pays the standard rate. */
    public static TaxGroup standard(String country, int rateBasisPoints) {
        return new TaxGroup(country, TaxTreatment.STANDARD, rateBasisPoints);
    }

    /** A group that pays nothing. */
    public static TaxGroup untaxed(String country, TaxTreatment treatment) {
        return new TaxGroup(country, treatment, 0);
    }

    @Override
    public int compareTo(TaxGroup other) {
        return ORDER.compare(this, other);
    }
}
