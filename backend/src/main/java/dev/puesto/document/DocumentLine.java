package dev.puesto.document;

import dev.puesto.id.DocumentId;
import dev.puesto.id.DocumentLineId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.tax.Taxed;
import java.time.Instant;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * A line of a document.
 *
 * @param subscription whose seats it is about; null for others
 * @param description for people, in the buyer's language
 * @param start the first instant of the time that it charges or credits
 * @param end the first instant after it
 * @param amount net amount, tax and group; on a credit note what is credited
 * @param corrects the invoice line that it corrects: of each line of a credit note, of no other
 * @param explanation how the amount came about: {@code {"version": 1, ...}}
 */
public record DocumentLine(
        DocumentLineId id,
        @Nullable SubscriptionId subscription,
        String description,
        long seats,
        Instant start,
        Instant end,
        Taxed amount,
        @Nullable Corrected corrects,
        JSONB explanation) {

    /** An invoice line that a credit corrects. */
    public record Corrected(DocumentId document, DocumentLineId line) {}
}
