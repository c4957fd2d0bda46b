package dev.puesto.document;

import dev.puesto.api.MoneyView;
import dev.puesto.id.GlobalId;
import dev.puesto.tax.TaxGroup;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A document's line as the API shows it. */
record DocumentLineView(
        GlobalId id,
        int position,
        @Nullable GlobalId subscriptionId,
        String description,
        long seats,
        Instant periodStart,
        Instant periodEnd,
        MoneyView net,
        TaxGroup taxGroup,
        String timeZone,
        @Nullable GlobalId correctsInvoiceId,
        @Nullable String correctsInvoiceNumber,
        @Nullable GlobalId correctsLineId,
        @Nullable String sentence,
        String explanation) {}
