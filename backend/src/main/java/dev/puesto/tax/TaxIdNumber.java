package dev.puesto.tax;

import com.helger.masterdata.vat.VATINSyntaxChecker;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A VAT number in its normal form: capitals and digits, beginning with its prefix. In the EU and the United Kingdom its
 * checksum is right; elsewhere only its form is known.
 *
 * @param country by ISO 3166: {@code GR} for EL, {@code GB} for XI (for services Northern Ireland counts as GB)
 * @param text with the prefix, {@code ESB12345674}
 */
public record TaxIdNumber(String country, String text) {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s./-]");
    private static final Pattern NORMAL = Pattern.compile("[A-Z0-9+*]{4,20}");
    private static final int PREFIX_LENGTH = 2;
    private static final String NO_NUMBER = "000";
    private static final int LONGEST_INPUT = 40;

    /**
     * Reads what a person typed: with or without prefix, spaces, dots and hyphens.
     *
     * @param accountCountry whose number it is if it has no prefix, by ISO 3166
     * @return empty if it is no VAT number
     */
    public static Optional<TaxIdNumber> parse(String typed, String accountCountry) {
        if (typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        String text = SEPARATORS.matcher(typed.toUpperCase(Locale.ROOT)).replaceAll("");
        return Stream.of(text, prefixOf(accountCountry) + text)
                .filter(candidate -> NORMAL.matcher(candidate).matches())
                .filter(TaxIdNumber::hasRightChecksum)
                .map(candidate -> new TaxIdNumber(countryOf(candidate), candidate))
                .findFirst()
                .or(() -> withoutChecksum(text, accountCountry));
    }

    /** The number's prefix: its country, but for {@code EL} and {@code XI}. */
    public String prefix() {
        return text.substring(0, PREFIX_LENGTH);
    }

    /** The number without its prefix, as VIES wants it. */
    public String withoutPrefix() {
        return text.substring(PREFIX_LENGTH);
    }

    private static Optional<TaxIdNumber> withoutChecksum(String text, String accountCountry) {
        boolean known = VATINSyntaxChecker.isValidatorPresent(prefixOf(accountCountry) + NO_NUMBER);
        return known || !NORMAL.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(new TaxIdNumber(accountCountry, text));
    }

    private static boolean hasRightChecksum(String text) {
        String checked = text.startsWith("XI") ? "GB" + text.substring(PREFIX_LENGTH) : text;
        return TaxIdChecksums.replaces(checked)
                ? TaxIdChecksums.isRight(checked)
                : VATINSyntaxChecker.isValidVATIN(checked, false);
    }

    private static String countryOf(String text) {
        return switch (text.substring(0, PREFIX_LENGTH)) {
            case "EL" -> "GR";
            case "XI" -> "GB";
            case String prefix -> prefix;
        };
    }

    private static String prefixOf(String country) {
        return country.equals("GR") ? "EL" : country;
    }
}
