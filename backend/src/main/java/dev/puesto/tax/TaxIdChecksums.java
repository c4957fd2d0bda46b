package dev.puesto.tax;

import java.util.regex.Pattern;

/**
 * The two checksums that ph-masterdata 7.0.2 does not know: Croatia's, of which it checks the length alone, and Belgian
 * numbers that begin with 1, given out since 2023.
 */
final class TaxIdChecksums {

    private static final Pattern CROATIAN = Pattern.compile("HR[0-9]{11}");
    private static final Pattern BELGIAN = Pattern.compile("BE1[0-9]{9}");

    private TaxIdChecksums() {}

    static boolean replaces(String text) {
        return text.startsWith("HR") || text.startsWith("BE1");
    }

    static boolean isRight(String text) {
        return CROATIAN.matcher(text).matches() && isPureMod11And10(text.substring(2))
                || BELGIAN.matcher(text).matches() && isMod97(text.substring(2));
    }

    /** ISO 7064, MOD 11,10. */
    private static boolean isPureMod11And10(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == digits.charAt(digits.length() - 1) - '0';
    }

    private static boolean isMod97(String digits) {
        long number = Long.parseLong(digits);
        return 97 - number / 100 % 97 == number % 100;
    }
}
