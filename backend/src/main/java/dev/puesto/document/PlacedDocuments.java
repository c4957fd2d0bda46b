package dev.puesto.document;

import static dev.puesto.jooq.Tables.DOCUMENT;
import static java.util.stream.Collectors.toMap;

import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.Columns;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Finds the documents of many orders, one statement per account and kind. */
@Component
public final class PlacedDocuments {

    private final AccountDb db;

    PlacedDocuments(AccountDb db) {
        this.db = db;
    }

    /** The invoices of those orders; an order that charges nothing has none. */
    public Map<OrderId, Invoice> invoices(AccountId account, Collection<OrderId> orders) {
        return find(account, orders, DocumentKind.INVOICE, Invoice.class);
    }

    /** The credit notes of those orders; an order that credits nothing has none. */
    public Map<OrderId, CreditNote> creditNotes(AccountId account, Collection<OrderId> orders) {
        return find(account, orders, DocumentKind.CREDIT_NOTE, CreditNote.class);
    }

    private <D extends Document> Map<OrderId, D> find(
            AccountId account, Collection<OrderId> orders, DocumentKind kind, Class<D> type) {
        return db.one(
                account,
                sql -> sql
                        .fetch(Documents.of(account)
                                .and(Columns.isAmong(DOCUMENT.ORDER_ID, orders))
                                .and(DOCUMENT.KIND.eq(kind.name())))
                        .stream()
                        .collect(toMap(
                                row -> Objects.requireNonNull(row.get(DOCUMENT.ORDER_ID)),
                                row -> type.cast(Documents.read(row)))));
    }
}
