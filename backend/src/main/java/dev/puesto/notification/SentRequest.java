package dev.puesto.notification;

import dev.puesto.catalog.LocalizedText;
import dev.puesto.catalog.SeatNoun;
import dev.puesto.id.RequestId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as its letters tell it. */
record SentRequest(
        RequestId id,
        String accountName,
        long number,
        String contactName,
        String contactEmail,
        String contactLocale,
        @Nullable String note,
        @Nullable String purchaseOrderNumber,
        Representative representative,
        List<Line> lines) {

    /** Who answers it. */
    record Representative(String name, String email, String locale) {}

    /** One change. */
    record Line(String product, SeatNoun noun, LocalizedText plan, boolean isNew, long previousSeats, long seats) {}
}
