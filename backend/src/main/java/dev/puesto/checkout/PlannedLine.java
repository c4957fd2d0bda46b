package dev.puesto.checkout;

import dev.puesto.id.DocumentId;
import dev.puesto.id.DocumentLineId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.tax.TaxTreatment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a document that the order will issue. Amounts are positive, in minor units.
 *
 * @param description for people, in the account's language
 * @param correctsDocument the invoice whose line a credit gives back from; null on a charge
 */
record PlannedLine(
        DocumentLineId id,
        SubscriptionId subscriptionId,
        String description,
        long seats,
        Instant startAt,
        Instant endAt,
        boolean taxInclusive,
        String taxCountry,
        TaxTreatment taxTreatment,
        int taxRateBasisPoints,
        long netMinor,
        long taxMinor,
        @Nullable DocumentId correctsDocument,
        @Nullable DocumentLineId correctsLine,
        LineExplanation explanation) {

    long grossMinor() {
        return netMinor + taxMinor;
    }
}
