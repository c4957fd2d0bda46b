package dev.puesto.ledger;

import dev.puesto.api.CursorStrategy.InstantAndId;
import dev.puesto.api.MoneyView;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.LedgerEntryId;
import dev.puesto.money.Amounts;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
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

    /** What it did to what can be spent: below zero where it spent or held some, zero where it concerns other accounts. */
    public MoneyView balanceChange() {
        long change = RunningBalance.change(debitAccount, creditAccount, amount.minorUnits());
        return MoneyView.of(Amounts.ofMinor(CurrencyUnit.of(amount.currency()), change));
    }

    InstantAndId place() {
        return new InstantAndId(enteredAt, entryId.value());
    }
}
