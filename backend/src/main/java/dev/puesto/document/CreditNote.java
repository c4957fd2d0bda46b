package dev.puesto.document;

import dev.puesto.api.MoneyView;
import dev.puesto.id.AccountId;
import dev.puesto.id.DocumentId;
import dev.puesto.id.GlobalId;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A credit note as the API shows it. */
public record CreditNote(
        AccountId accountId,
        DocumentId documentId,
        CurrencyUnit currency,
        String number,
        LocalDate issueDate,
        Instant issuedAt,
        MoneyView net,
        MoneyView tax,
        MoneyView total,
        boolean taxInclusive,
        @Nullable String purchaseOrderNumber,
        @Nullable GlobalId orderId,
        Party seller,
        Party buyer)
        implements Document {

    static final String TYPE = "CreditNote";

    /** Its id in the API. */
    @Override
    public GlobalId id() {
        return GlobalId.of(TYPE, accountId, documentId);
    }
}
