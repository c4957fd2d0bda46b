package dev.puesto.seatquote;

import dev.puesto.money.Amounts;
import dev.puesto.tax.TaxCalculation;
import dev.puesto.tax.TaxableCharge;
import dev.puesto.tax.Taxed;
import java.util.Iterator;
import java.util.List;

/** Gives the charges of one invoice their tax: rounded once per group, each line with its part. */
final class TaxSplit {

    private TaxSplit() {}

    /** The changes with the tax of their charges, which hold one kind of price. */
    static List<PricedChange> taxed(LinePricing money, List<PricedChange> changes) {
        var charges = documented(changes, LineKind.CHARGE);
        var taxInclusive = charges.stream().anyMatch(PricedLine::taxInclusive);
        var taxable = charges.stream()
                .map(line -> new TaxableCharge(line.taxGroup(), Amounts.minor(line.amount())))
                .toList();
        var taxed = TaxCalculation.charges(taxable, taxInclusive).iterator();
        return changes.stream()
                .map(change -> change.with(taxed(money, change, taxed)))
                .toList();
    }

    /** The tax of the documented lines of a kind, by group. */
    static List<Taxed> groups(List<PricedChange> changes, LineKind kind) {
        return TaxCalculation.byGroup(documented(changes, kind).stream()
                .map(line -> new Taxed(line.taxGroup(), Amounts.minor(line.net()), Amounts.minor(line.tax())))
                .toList());
    }

    /** Whether the documented lines of a kind are priced with and without tax. */
    static boolean mixed(List<PricedChange> changes, LineKind kind) {
        return documented(changes, kind).stream()
                        .map(PricedLine::taxInclusive)
                        .distinct()
                        .count()
                > 1;
    }

    private static List<PricedLine> taxed(LinePricing money, PricedChange change, Iterator<Taxed> taxed) {
        return change.lines().stream()
                .map(line -> isTaxed(line) ? line.taxed(money.money(taxed.next().taxMinor())) : line)
                .toList();
    }

    private static List<PricedLine> documented(List<PricedChange> changes, LineKind kind) {
        return changes.stream()
                .flatMap(change -> change.lines().stream())
                .filter(line -> line.kind() == kind && line.documented())
                .toList();
    }

    private static boolean isTaxed(PricedLine line) {
        return line.kind() == LineKind.CHARGE && line.documented();
    }
}
