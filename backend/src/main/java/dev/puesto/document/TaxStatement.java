package dev.puesto.document;

import dev.puesto.document.DocumentTax.StatedTax;
import dev.puesto.money.Rounding;
import dev.puesto.tax.TaxRates;
import dev.puesto.tax.TaxRates.ExchangeRate;
import dev.puesto.tax.TaxTreatment;
import dev.puesto.tax.Taxed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** States tax in the taxing country's currency (Directive 2006/112/EC art. 230), over the euro. */
final class TaxStatement {

    private static final int RATE_DIGITS = 8;

    private TaxStatement() {}

    /** The statement of a group's tax; null where none is wanted or no rate is known. */
    static @Nullable StatedTax of(Taxed group, CurrencyUnit currency, TaxRates rates, LocalDate on) {
        String wanted = rates.currencyOf(group.group().country()).orElse(currency.getCode());
        if (group.group().treatment() != TaxTreatment.STANDARD || wanted.equals(currency.getCode())) {
            return null;
        }
        var from = rates.exchangeRate(currency.getCode(), on);
        var to = rates.exchangeRate(wanted, on);
        return from.isEmpty() || to.isEmpty() ? null : state(group.taxMinor(), currency, wanted, from.get(), to.get());
    }

    private static StatedTax state(
            long taxMinor, CurrencyUnit currency, String wanted, ExchangeRate from, ExchangeRate to) {
        BigDecimal rate = to.unitsPerEuro().divide(from.unitsPerEuro(), RATE_DIGITS, RoundingMode.HALF_UP);
        int digits = CurrencyUnit.of(wanted).getDecimalPlaces() - currency.getDecimalPlaces();
        BigInteger numerator = rate.unscaledValue().multiply(BigInteger.valueOf(taxMinor));
        BigInteger denominator = BigInteger.TEN.pow(RATE_DIGITS);
        long minor = digits < 0
                ? Rounding.round(numerator, denominator.multiply(BigInteger.TEN.pow(-digits)))
                : Rounding.round(numerator.multiply(BigInteger.TEN.pow(digits)), denominator);
        boolean fromEuro = from.source().equals("EUR");
        return new StatedTax(
                wanted, minor, rate, fromEuro ? to.source() : from.source(), fromEuro ? to.validOn() : from.validOn());
    }
}
