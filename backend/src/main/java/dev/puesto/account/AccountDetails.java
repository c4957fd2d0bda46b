package dev.puesto.account;

import static dev.puesto.account.TextRules.EMAIL_MAX;
import static dev.puesto.account.TextRules.email;
import static dev.puesto.account.TextRules.form;
import static dev.puesto.account.TextRules.text;

import dev.puesto.api.UserError;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the account itself may set. The country is not part of it: it decides on tax, and the vendor changes it.
 *
 * @param purchaseOrderNumber the reference that new carts begin with; null: none
 */
record AccountDetails(
        String name,
        String billingEmail,
        String line1,
        @Nullable String line2,
        String postalCode,
        String city,
        String locale,
        String timeZone,
        @Nullable String purchaseOrderNumber) {
    private static final int TEXT_MAX = 200;
    private static final int POSTAL_CODE_MAX = 20;
    private static final int REFERENCE_MAX = 100;
    private static final Set<String> LOCALES = Set.of("es", "en");

    static AccountDetails of(Account account) {
        PostalAddress address = account.address();
        return new AccountDetails(
                account.name(),
                account.billingEmail(),
                address.line1(),
                address.line2(),
                address.postalCode(),
                address.city(),
                account.locale(),
                account.timeZone().getId(),
                account.purchaseOrderNumber());
    }

    /** The first rule that a value breaks. */
    Optional<UserError> fault() {
        return Stream.of(
                        text(name, TEXT_MAX, "name"),
                        text(billingEmail, EMAIL_MAX, "billingEmail"),
                        email(billingEmail, "billingEmail"),
                        text(line1, TEXT_MAX, "address", "line1"),
                        line2 == null ? Optional.<UserError>empty() : text(line2, TEXT_MAX, "address", "line2"),
                        text(postalCode, POSTAL_CODE_MAX, "address", "postalCode"),
                        text(city, TEXT_MAX, "address", "city"),
                        form(LOCALES.contains(locale), "locale"),
                        form(isZone(timeZone), "timeZone"),
                        purchaseOrderNumber == null
                                ? Optional.<UserError>empty()
                                : text(purchaseOrderNumber, REFERENCE_MAX, "purchaseOrderNumber"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A zone of the calendar's database, as {@code Europe/Madrid}, which the database server knows too. */
    private static boolean isZone(String name) {
        try {
            return name.contains("/")
                    && ZoneId.getAvailableZoneIds().contains(ZoneId.of(name).getId());
        } catch (DateTimeException e) {
            return false;
        }
    }
}
