package dev.puesto.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaxCalculationTests {

    private static final TaxGroup SPAIN = TaxGroup.standard("ES", 2100);
    private static final TaxGroup GERMANY = TaxGroup.standard("DE", 1900);

    @Test
    void roundsOncePerGroupAndNotPerLine() {
        var lines = TaxCalculation.charges(List.of(charge(SPAIN, 1003), charge(SPAIN, 1003)), false);
        assertThat(lines).extracting(Taxed::taxMinor).containsExactly(211L, 210L);
        assertThat(TaxCalculation.byGroup(lines)).containsExactly(new Taxed(SPAIN, 2006, 421));
    }

    @Test
    void keepsGroupsApart() {
        var lines = TaxCalculation.charges(List.of(charge(SPAIN, 100), charge(GERMANY, 100), charge(SPAIN, 50)), false);
        assertThat(TaxCalculation.byGroup(lines))
                .containsExactly(new Taxed(GERMANY, 100, 19), new Taxed(SPAIN, 150, 32));
    }

    @Test
    void takesTheTaxOutOfTaxInclusivePrices() {
        var lines = TaxCalculation.charges(List.of(charge(SPAIN, 12100)), true);
        assertThat(lines).containsExactly(new Taxed(SPAIN, 10000, 2100));
    }

    @Test
    void chargesNoTaxUnderReverseCharge() {
        var group = TaxGroup.untaxed("DE", TaxTreatment.REVERSE_CHARGE);
        assertThat(TaxCalculation.charges(List.of(charge(group, 999)), true)).containsExactly(new Taxed(group, 999, 0));
    }

    @Test
    void partsOfAGroupAddUpToItsTaxRoundedOnce() {
        qt().forAll(
                        lists().of(longs().between(0, 1_000_000_000L)).ofSizeBetween(1, 20),
                        integers().between(0, 3000),
                        integers().between(0, 1))
                .checkAssert((amounts, rate, inclusive) -> {
                    var group = TaxGroup.standard("ES", rate);
                    var lines = TaxCalculation.charges(
                            amounts.stream()
                                    .map(amount -> charge(group, amount))
                                    .toList(),
                            inclusive == 1);
                    long total = amounts.stream().mapToLong(Long::longValue).sum();
                    long tax = lines.stream().mapToLong(Taxed::taxMinor).sum();
                    assertThat(tax).isEqualTo(rounded(total, rate, inclusive == 1));
                    long net = lines.stream().mapToLong(Taxed::netMinor).sum();
                    assertThat(inclusive == 1 ? net + tax : net).isEqualTo(total);
                });
    }

    @Test
    void manySmallCreditsNeverGiveBackMoreThanWasCharged() {
        qt().forAll(
                        longs().between(1, 5_000),
                        integers().between(0, 3000),
                        longs().between(1, 40),
                        integers().between(0, 1))
                .checkAssert((amount, rate, step, inclusive) -> {
                    boolean gross = inclusive == 1;
                    var group = TaxGroup.standard("ES", rate);
                    var charged = TaxCalculation.charges(List.of(charge(group, amount)), gross)
                            .getFirst();
                    long net = 0;
                    long tax = 0;
                    while (true) {
                        long left = credit(charged, 0, net, tax).creditableMinor(gross);
                        if (left == 0) {
                            break;
                        }
                        var credited = TaxCalculation.credit(credit(charged, Math.min(step, left), net, tax), gross);
                        assertThat(credited.netMinor()).isNotNegative();
                        assertThat(credited.taxMinor()).isNotNegative();
                        net += credited.netMinor();
                        tax += credited.taxMinor();
                    }
                    assertThat(net).isEqualTo(charged.netMinor());
                    assertThat(tax).isEqualTo(charged.taxMinor());
                });
    }

    @Test
    void creditsCumulatively() {
        var first = TaxCalculation.credit(new TaxableCredit(SPAIN, 1, 100, 21, 0, 0), false);
        var second = TaxCalculation.credit(new TaxableCredit(SPAIN, 1, 100, 21, 1, 0), false);
        var third = TaxCalculation.credit(new TaxableCredit(SPAIN, 1, 100, 21, 2, 0), false);
        assertThat(List.of(first.taxMinor(), second.taxMinor(), third.taxMinor()))
                .containsExactly(0L, 0L, 1L);
    }

    @Test
    void refusesToCreditMoreThanIsLeft() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaxCalculation.credit(new TaxableCredit(SPAIN, 51, 100, 21, 50, 11), false));
    }

    private static TaxableCharge charge(TaxGroup group, long amount) {
        return new TaxableCharge(group, amount);
    }

    private static TaxableCredit credit(Taxed charged, long amount, long creditedNet, long creditedTax) {
        return new TaxableCredit(
                charged.group(), amount, charged.netMinor(), charged.taxMinor(), creditedNet, creditedTax);
    }

    private static long rounded(long amount, int rate, boolean inclusive) {
        var share = new BigDecimal(amount).multiply(BigDecimal.valueOf(rate));
        var divisor = BigDecimal.valueOf(inclusive ? 10_000L + rate : 10_000L);
        return share.divide(divisor, 0, RoundingMode.HALF_UP).longValueExact();
    }
}
