package dev.puesto.money;

import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.joda.money.Money;

/** Amounts as people read them: in the locale's form, with the digits of ISO 4217, always grouped, with a true minus sign. */
public final class MoneyText {

    private static final char MINUS = '\u2212';
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final String CURRENCY = "\u00a4";

    private MoneyText() {}

    /** The amount in words' company: {@code 1,234.50} euros are "€1,234.50" in English and "1.234,50 €" in Spanish. */
    public static String of(Money amount, Locale locale) {
        var form = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        form.setCurrency(Currency.getInstance(amount.getCurrencyUnit().getCode()));
        form.setMinimumFractionDigits(amount.getScale());
        form.setMaximumFractionDigits(amount.getScale());
        var symbols = form.getDecimalFormatSymbols();
        symbols.setMinusSign(MINUS);
        if (form.toPattern().startsWith(CURRENCY) && isCode(symbols.getCurrencySymbol())) {
            symbols.setCurrencySymbol(symbols.getCurrencySymbol() + NO_BREAK_SPACE);
        }
        form.setDecimalFormatSymbols(symbols);
        return form.format(amount.getAmount());
    }

    /** Whether letters stand for the currency, which no number may touch. */
    private static boolean isCode(String symbol) {
        return Character.isLetter(symbol.charAt(symbol.length() - 1));
    }
}
