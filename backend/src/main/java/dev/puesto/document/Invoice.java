package dev.puesto.document;

import dev.puesto.api.MoneyView;
import dev.puesto.id.AccountId;
import dev.puesto.id.DocumentId;
import dev.puesto.id.GlobalId;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** An invoice as the API shows it. */
public record Invoice(
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
        Party buyer,
        LocalDate dueDate,
        SettlementView settlement)
        implements Document {

    /** Its type in the API. */
    public static final String TYPE = "Invoice";

    /** Its id in the API. */
    @Override
    public GlobalId id() {
        return GlobalId.of(TYPE, accountId, documentId);
    }
}
