package dev.puesto.account;

import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.RepresentativeId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The customer organisation.
 *
 * @param currency of everything that it buys
 * @param timeZone whose calendar its billing periods follow
 * @param locale {@code es} or {@code en}
 * @param paymentTermDays days to pay an invoice under {@link CollectionMethod#SEND_INVOICE}
 * @param purchaseOrderNumber the reference that new carts begin with
 * @param representativeId who handles it; never null for a corporate account
 * @param externalId its id in the integrator's system
 * @param sandbox whether nothing of it is real
 * @param testClockAt what now is for it; null: the real clock
 * @param activeUsers kept count
 * @param deactivatedUsers kept count
 * @param version raised by each edit
 */
public record Account(
        AccountId accountId,
        String name,
        AccountKind kind,
        CustomerType customerType,
        AccountStatus status,
        CurrencyUnit currency,
        ZoneId timeZone,
        String locale,
        PostalAddress address,
        String billingEmail,
        CollectionMethod collection,
        int paymentTermDays,
        @Nullable String purchaseOrderNumber,
        @Nullable RepresentativeId representativeId,
        @Nullable String externalId,
        boolean sandbox,
        @Nullable Instant testClockAt,
        long activeUsers,
        long deactivatedUsers,
        long version,
        Instant createdAt) {

    /** The name of the GraphQL type in global ids. */
    public static final String TYPE = "Account";

    /** Its id in the API. */
    public GlobalId id() {
        return GlobalId.of(accountId);
    }

    /** What now is for this account, as exact as the database keeps it. */
    public Instant now(Clock clock) {
        return now(testClockAt, clock);
    }

    /** The same for an account of which nothing but its test clock was read. */
    public static Instant now(@Nullable Instant testClockAt, Clock clock) {
        return testClockAt == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : testClockAt;
    }
}
