package dev.puesto.ledger;

import dev.puesto.api.CursorStrategy.InstantAndId;
import dev.puesto.api.MoneyView;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.LedgerEntryId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry as the API shows it: the schema's {@code LedgerEntry}. */
record LedgerEntryView(
        AccountId accountId,
        LedgerEntryId entryId,
        Instant enteredAt,
        LedgerEntryKind kind,
        String debitAccount,
        String creditAccount,
        MoneyView amount,
        @Nullable GlobalId orderId,
        @Nullable GlobalId documentId) {

    static final String TYPE = "LedgerEntry";

    /** Its id in the API. */
    public GlobalId id() {
        return GlobalId.of(TYPE, accountId, entryId);
    }

    InstantAndId place() {
        return new InstantAndId(enteredAt, entryId.value());
    }
}
