package dev.puesto.document;

import static dev.puesto.jooq.Tables.DOCUMENT;
import static dev.puesto.jooq.Tables.SETTLEMENT;
import static org.jooq.impl.DSL.noCondition;

import dev.puesto.api.CursorStrategy;
import dev.puesto.api.CursorStrategy.InstantAndId;
import dev.puesto.api.Keyset;
import dev.puesto.api.MoneyView;
import dev.puesto.api.PageRequest;
import dev.puesto.api.SortDirection;
import dev.puesto.id.AccountId;
import dev.puesto.id.DocumentId;
import dev.puesto.id.GlobalId;
import dev.puesto.jooq.Json;
import dev.puesto.money.Amounts;
import java.util.Collection;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads documents with their settlement, newest first. */
final class Documents {

    static final CursorStrategy<InstantAndId> CURSORS = CursorStrategy.byInstant("documents");

    private static final List<SelectField<?>> COLUMNS = List.of(
            DOCUMENT.ACCOUNT_ID,
            DOCUMENT.ID,
            DOCUMENT.KIND,
            DOCUMENT.NUMBER,
            DOCUMENT.ISSUE_DATE,
            DOCUMENT.ISSUED_AT,
            DOCUMENT.DUE_DATE,
            DOCUMENT.ORDER_ID,
            DOCUMENT.CURRENCY,
            DOCUMENT.TAX_INCLUSIVE,
            DOCUMENT.NET_MINOR,
            DOCUMENT.TAX_MINOR,
            DOCUMENT.TOTAL_MINOR,
            DOCUMENT.PURCHASE_ORDER_NUMBER,
            DOCUMENT.SELLER,
            DOCUMENT.BUYER,
            SETTLEMENT.INVOICE_ID,
            SETTLEMENT.STATE,
            SETTLEMENT.CURRENCY,
            SETTLEMENT.TOTAL_MINOR,
            SETTLEMENT.PAID_MINOR,
            SETTLEMENT.CREDITED_MINOR,
            SETTLEMENT.DUE_DATE);

    private Documents() {}

    static Select<? extends Record> page(AccountId account, PageRequest page, DocumentFilter wanted) {
        var keyset = Keyset.of(DOCUMENT.ISSUED_AT, DOCUMENT.ID, page, SortDirection.DESC);
        Condition behind = CURSORS.read(page)
                .map(place -> keyset.behind(place.instant(), new DocumentId(place.id())))
                .orElse(noCondition());
        return of(account)
                .and(wanted.matches())
                .and(behind)
                .orderBy(keyset.order())
                .limit(page.limit());
    }

    static Select<Record1<Integer>> count(AccountId account, DocumentFilter wanted) {
        return DSL.selectCount()
                .from(settled(account))
                .where(DOCUMENT.ACCOUNT_ID.eq(account))
                .and(wanted.matches());
    }

    private static Table<?> settled(AccountId account) {
        return DOCUMENT.leftJoin(SETTLEMENT)
                .on(SETTLEMENT.ACCOUNT_ID.eq(account))
                .and(SETTLEMENT.INVOICE_ID.eq(DOCUMENT.ID));
    }

    static SelectConditionStep<? extends Record> ofIds(AccountId account, Collection<DocumentId> ids) {
        return of(account).and(DOCUMENT.ID.in(ids));
    }

    static InstantAndId place(Document document) {
        return new InstantAndId(document.issuedAt(), document.documentId().value());
    }

    static Document read(Record row) {
        return switch (DocumentKind.valueOf(row.get(DOCUMENT.KIND))) {
            case INVOICE -> invoice(row);
            case CREDIT_NOTE -> creditNote(row);
        };
    }

    private static Invoice invoice(Record row) {
        return new Invoice(
                row.get(DOCUMENT.ACCOUNT_ID),
                row.get(DOCUMENT.ID),
                currency(row),
                row.get(DOCUMENT.NUMBER),
                row.get(DOCUMENT.ISSUE_DATE),
                row.get(DOCUMENT.ISSUED_AT),
                money(currency(row), row.get(DOCUMENT.NET_MINOR)),
                money(currency(row), row.get(DOCUMENT.TAX_MINOR)),
                money(currency(row), row.get(DOCUMENT.TOTAL_MINOR)),
                row.get(DOCUMENT.TAX_INCLUSIVE),
                row.get(DOCUMENT.PURCHASE_ORDER_NUMBER),
                order(row),
                Json.read(row.get(DOCUMENT.SELLER), Party.class),
                Json.read(row.get(DOCUMENT.BUYER), Party.class),
                row.get(DOCUMENT.DUE_DATE),
                SettlementView.of(Settlements.read(row)));
    }

    private static CreditNote creditNote(Record row) {
        return new CreditNote(
                row.get(DOCUMENT.ACCOUNT_ID),
                row.get(DOCUMENT.ID),
                currency(row),
                row.get(DOCUMENT.NUMBER),
                row.get(DOCUMENT.ISSUE_DATE),
                row.get(DOCUMENT.ISSUED_AT),
                money(currency(row), row.get(DOCUMENT.NET_MINOR)),
                money(currency(row), row.get(DOCUMENT.TAX_MINOR)),
                money(currency(row), row.get(DOCUMENT.TOTAL_MINOR)),
                row.get(DOCUMENT.TAX_INCLUSIVE),
                row.get(DOCUMENT.PURCHASE_ORDER_NUMBER),
                order(row),
                Json.read(row.get(DOCUMENT.SELLER), Party.class),
                Json.read(row.get(DOCUMENT.BUYER), Party.class));
    }

    private static CurrencyUnit currency(Record row) {
        return CurrencyUnit.of(row.get(DOCUMENT.CURRENCY));
    }

    private static @Nullable GlobalId order(Record row) {
        var order = row.get(DOCUMENT.ORDER_ID);
        return order == null ? null : GlobalId.of("Order", row.get(DOCUMENT.ACCOUNT_ID), order);
    }

    static MoneyView money(CurrencyUnit currency, long minor) {
        return MoneyView.of(Amounts.ofMinor(currency, minor));
    }

    /** The account's documents, for the caller to narrow; read with {@link #read}. */
    static SelectConditionStep<? extends Record> of(AccountId account) {
        return DSL.select(COLUMNS).from(settled(account)).where(DOCUMENT.ACCOUNT_ID.eq(account));
    }
}
