package dev.puesto.ledger;

import static dev.puesto.jooq.Tables.DOCUMENT;
import static dev.puesto.jooq.Tables.LEDGER_ENTRY;
import static org.jooq.impl.DSL.noCondition;

import dev.puesto.api.CursorStrategy;
import dev.puesto.api.CursorStrategy.InstantAndId;
import dev.puesto.api.Keyset;
import dev.puesto.api.MoneyView;
import dev.puesto.api.PageRequest;
import dev.puesto.api.SortDirection;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.LedgerEntryId;
import dev.puesto.money.Amounts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import org.joda.money.CurrencyUnit;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads entries, newest first; each names its document by that one's type. */
final class LedgerEntries {

    static final CursorStrategy<InstantAndId> CURSORS = CursorStrategy.byInstant("ledgerEntries");

    private LedgerEntries() {}

    static Select<? extends Record> page(AccountId account, PageRequest page, Condition wanted) {
        var keyset = Keyset.of(LEDGER_ENTRY.ENTERED_AT, LEDGER_ENTRY.ID, page, SortDirection.DESC);
        Condition behind = CURSORS.read(page)
                .map(place -> keyset.behind(place.instant(), new LedgerEntryId(place.id())))
                .orElse(noCondition());
        return select(account, wanted.and(behind)).orderBy(keyset.order()).limit(page.limit());
    }

    /** Entered on days of that zone, both included. */
    static Condition entered(@Nullable LocalDate first, @Nullable LocalDate last, ZoneId zone) {
        Condition notBefore = first == null
                ? noCondition()
                : LEDGER_ENTRY.ENTERED_AT.ge(first.atStartOfDay(zone).toInstant());
        return last == null
                ? notBefore
                : notBefore.and(LEDGER_ENTRY.ENTERED_AT.lt(
                        last.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    static SelectConditionStep<? extends Record> ofIds(AccountId account, Collection<LedgerEntryId> ids) {
        return select(account, LEDGER_ENTRY.ID.in(ids));
    }

    static LedgerEntryView read(Record row) {
        var currency = CurrencyUnit.of(row.get(LEDGER_ENTRY.CURRENCY));
        return new LedgerEntryView(
                row.get(LEDGER_ENTRY.ACCOUNT_ID),
                row.get(LEDGER_ENTRY.ID),
                row.get(LEDGER_ENTRY.ENTERED_AT),
                LedgerEntryKind.valueOf(row.get(LEDGER_ENTRY.KIND)),
                row.get(LEDGER_ENTRY.DEBIT_ACCOUNT),
                row.get(LEDGER_ENTRY.CREDIT_ACCOUNT),
                MoneyView.of(Amounts.ofMinor(currency, row.get(LEDGER_ENTRY.AMOUNT_MINOR))),
                order(row),
                document(row));
    }

    private static @Nullable GlobalId order(Record row) {
        var order = row.get(LEDGER_ENTRY.ORDER_ID);
        return order == null ? null : GlobalId.of("Order", row.get(LEDGER_ENTRY.ACCOUNT_ID), order);
    }

    private static @Nullable GlobalId document(Record row) {
        var document = row.get(LEDGER_ENTRY.DOCUMENT_ID);
        if (document == null) {
            return null;
        }
        String type = row.get(DOCUMENT.KIND).equals("INVOICE") ? "Invoice" : "CreditNote";
        return GlobalId.of(type, row.get(LEDGER_ENTRY.ACCOUNT_ID), document);
    }

    private static SelectConditionStep<? extends Record> select(AccountId account, Condition condition) {
        return DSL.select(
                        LEDGER_ENTRY.ACCOUNT_ID,
                        LEDGER_ENTRY.ID,
                        LEDGER_ENTRY.ENTERED_AT,
                        LEDGER_ENTRY.KIND,
                        LEDGER_ENTRY.DEBIT_ACCOUNT,
                        LEDGER_ENTRY.CREDIT_ACCOUNT,
                        LEDGER_ENTRY.AMOUNT_MINOR,
                        LEDGER_ENTRY.CURRENCY,
                        LEDGER_ENTRY.ORDER_ID,
                        LEDGER_ENTRY.DOCUMENT_ID,
                        DOCUMENT.KIND)
                .from(LEDGER_ENTRY)
                .leftJoin(DOCUMENT)
                .on(DOCUMENT.ACCOUNT_ID.eq(account))
                .and(DOCUMENT.ID.eq(LEDGER_ENTRY.DOCUMENT_ID))
                .where(LEDGER_ENTRY.ACCOUNT_ID.eq(account))
                .and(condition);
    }
}
