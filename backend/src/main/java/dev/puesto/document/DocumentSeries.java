package dev.puesto.document;

import dev.puesto.account.Account;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * In which series an account's documents are numbered. Each sandbox account has one of its own: its clock may stand in
 * another year, and the dates of a series never go back.
 */
final class DocumentSeries {

    private static final String SANDBOX = "SANDBOX-";
    private static final long LAST_TWELVE_DIGITS = (1L << 48) - 1;

    private DocumentSeries() {}

    static String of(Account account, List<String> series) {
        UUID id = account.accountId().value();
        return account.sandbox()
                ? SANDBOX
                        + "%012x"
                                .formatted(id.getLeastSignificantBits() & LAST_TWELVE_DIGITS)
                                .toUpperCase(Locale.ROOT)
                : series.get(Math.floorMod(id.hashCode(), series.size()));
    }
}
