package dev.puesto.seatquote;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.DOCUMENT;
import static dev.puesto.jooq.Tables.SETTLEMENT;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.puesto.account.CollectionMethod;
import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/**
 * Reads the invoices that are not paid, for those accounts that have any: the facts' own statement tells only that, since
 * each table that it joins costs every seat quote.
 */
final class OpenInvoices {
    /** Whether the account of the row has an invoice that is not paid. */
    static final Field<Boolean> EXIST = field(name("open_invoices_exist"), Boolean.class);

    private static final Field<Boolean> PAST_DUE = field(name("past_due"), Boolean.class);
    private static final Field<OrderId> HELD_BY = field(name("held_by"), ACCOUNT_ORDER.ID.getDataType());

    private OpenInvoices() {}

    /** The column to be named {@link #EXIST}. */
    static Field<Boolean> exist(AccountId account) {
        return field(exists(selectOne()
                .from(SETTLEMENT)
                .where(SETTLEMENT.ACCOUNT_ID.eq(account))
                .and(SETTLEMENT.STATE.ne(inline("PAID")))));
    }

    /**
     * The invoices of the account, by their due dates.
     *
     * @param row with {@link #EXIST} and the account's collection method
     * @param today the seller's date
     */
    static List<OpenInvoice> read(Facts.Reading reading, AccountId account, Record row, LocalDate today) {
        if (!row.get(EXIST)) {
            return List.of();
        }
        var charged = CollectionMethod.valueOf(row.get(ACCOUNT.COLLECTION)) == CollectionMethod.CHARGE;
        return reading.rows(sql -> rows(sql, account)).stream()
                .map(invoice -> invoice(invoice, charged, today))
                .toList();
    }

    private static List<Record> rows(DSLContext sql, AccountId account) {
        return List.copyOf(sql.select(
                        SETTLEMENT.INVOICE_ID,
                        DOCUMENT.NUMBER,
                        SETTLEMENT.OPEN_MINOR,
                        SETTLEMENT.DUE_DATE,
                        SETTLEMENT.STATE,
                        pastDue(account).as(PAST_DUE),
                        heldBy(account).as(HELD_BY))
                .from(SETTLEMENT)
                .join(DOCUMENT)
                .on(DOCUMENT.ACCOUNT_ID.eq(SETTLEMENT.ACCOUNT_ID))
                .and(DOCUMENT.ID.eq(SETTLEMENT.INVOICE_ID))
                .where(SETTLEMENT.ACCOUNT_ID.eq(account))
                .and(SETTLEMENT.STATE.ne(inline("PAID")))
                .orderBy(SETTLEMENT.DUE_DATE, SETTLEMENT.INVOICE_ID)
                .fetch());
    }

    private static Field<Boolean> pastDue(AccountId account) {
        return field(exists(selectOne()
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                .and(SUBSCRIPTION.STATUS.eq(inline("PAST_DUE")))));
    }

    /** The order that waits for its payment and collects the invoice, or credits it, as its plan says. */
    private static Field<OrderId> heldBy(AccountId account) {
        return field(select(ACCOUNT_ORDER.ID)
                .from(ACCOUNT_ORDER)
                .where(ACCOUNT_ORDER.ACCOUNT_ID.eq(account))
                .and(ACCOUNT_ORDER.STATE.eq(inline("PENDING_PAYMENT")))
                .and(condition(
                        "({0} @> jsonb_build_object('carried', jsonb_build_array({1}))"
                                + " or {0} @> jsonb_build_object('credits', jsonb_build_array(jsonb_build_object('correctsDocument', {1}))))",
                        ACCOUNT_ORDER.SEAT_QUOTE, SETTLEMENT.INVOICE_ID))
                .orderBy(ACCOUNT_ORDER.ID)
                .limit(inline(1)));
    }

    /**
     * Where a charge pays at once, an invoice is open because it was too small for the gateway, or because it is overdue. One
     * that is given up is collected no more, but a credit of it settles it first.
     */
    private static OpenInvoice invoice(Record row, boolean charged, LocalDate today) {
        var open = row.get(SETTLEMENT.STATE).equals("OPEN");
        return new OpenInvoice(
                row.get(SETTLEMENT.INVOICE_ID),
                row.get(DOCUMENT.NUMBER),
                row.get(SETTLEMENT.OPEN_MINOR),
                open && (charged || row.get(SETTLEMENT.DUE_DATE).isBefore(today)),
                open && charged && !row.get(PAST_DUE),
                row.get(HELD_BY));
    }
}
