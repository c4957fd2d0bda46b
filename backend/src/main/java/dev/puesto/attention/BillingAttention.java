package dev.puesto.attention;

import static dev.puesto.attention.AttentionKind.INVOICE_OVERDUE;
import static dev.puesto.attention.AttentionKind.ORDER_PENDING;
import static dev.puesto.attention.AttentionKind.PAYMENT_METHOD_EXPIRED;
import static dev.puesto.attention.AttentionKind.PAYMENT_METHOD_EXPIRING;
import static dev.puesto.attention.AttentionKind.PAYMENT_METHOD_MISSING;
import static dev.puesto.attention.AttentionKind.RENEWAL_OVERDUE;
import static dev.puesto.attention.AttentionKind.RENEWAL_SOON;
import static dev.puesto.attention.AttentionKind.REQUEST_OPEN;
import static dev.puesto.attention.AttentionKind.TAX_ID_UNCONFIRMED;
import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.DOCUMENT;
import static dev.puesto.jooq.Tables.PAYMENT_METHOD;
import static dev.puesto.jooq.Tables.REQUEST;
import static dev.puesto.jooq.Tables.SETTLEMENT;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static dev.puesto.jooq.Tables.SUBSCRIPTION_PERIOD;
import static dev.puesto.jooq.Tables.TAX_ID;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.puesto.account.CollectionMethod;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.Record;

/**
 * What of an account's money wants attention.
 *
 * @param now the account's
 * @param today the seller's date, in which invoices fall due and cards expire
 */
record BillingAttention(AttentionWords words, Instant now, LocalDate today) {
    private static final int OF_A_KIND = 5;
    private static final int SUBSCRIPTIONS = 50;
    private static final int EXPIRING_DAYS = 30;
    private static final int MONTHLY_NOTICE_DAYS = 3;
    private static final int YEARLY_NOTICE_DAYS = 30;

    List<Branch> branches() {
        return List.of(
                overdueInvoices(),
                missingMethod(),
                expiringMethod(),
                pendingOrders(),
                taxId(),
                renewals(),
                openRequests());
    }

    private AccountId account() {
        return words.account().accountId();
    }

    private Branch overdueInvoices() {
        return new Branch(
                select(SETTLEMENT.INVOICE_ID, DOCUMENT.NUMBER, SETTLEMENT.DUE_DATE, SETTLEMENT.OPEN_MINOR)
                        .from(SETTLEMENT)
                        .join(DOCUMENT)
                        .on(DOCUMENT.ACCOUNT_ID.eq(account()))
                        .and(DOCUMENT.ID.eq(SETTLEMENT.INVOICE_ID))
                        .where(SETTLEMENT.ACCOUNT_ID.eq(account()))
                        .and(SETTLEMENT.STATE.eq(inline("OPEN")))
                        .and(SETTLEMENT.DUE_DATE.lt(today))
                        .orderBy(SETTLEMENT.DUE_DATE, SETTLEMENT.INVOICE_ID)
                        .limit(OF_A_KIND),
                this::overdueInvoice);
    }

    private AttentionItem overdueInvoice(Record row) {
        String message = words.text(
                INVOICE_OVERDUE,
                row.get(DOCUMENT.NUMBER),
                words.amount(row.get(SETTLEMENT.OPEN_MINOR)),
                words.date(row.get(SETTLEMENT.DUE_DATE)));
        return new AttentionItem(
                INVOICE_OVERDUE, message, null, GlobalId.of("Invoice", account(), row.get(SETTLEMENT.INVOICE_ID)));
    }

    private Branch missingMethod() {
        return new Branch(
                select(ACCOUNT.ACCOUNT_ID)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ACCOUNT_ID.eq(account()))
                        .and(ACCOUNT.COLLECTION.eq(CollectionMethod.CHARGE.name()))
                        .and(notExists(selectOne()
                                .from(PAYMENT_METHOD)
                                .where(PAYMENT_METHOD.ACCOUNT_ID.eq(account()))
                                .and(PAYMENT_METHOD.PREFERRED.isTrue())))
                        .and(exists(selectOne()
                                .from(SUBSCRIPTION)
                                .where(SUBSCRIPTION.ACCOUNT_ID.eq(account()))
                                .and(SUBSCRIPTION.ENDED_AT.isNull()))),
                row -> new AttentionItem(
                        PAYMENT_METHOD_MISSING, words.text(PAYMENT_METHOD_MISSING), null, GlobalId.of(account())));
    }

    private Branch expiringMethod() {
        return new Branch(
                select(PAYMENT_METHOD.ID, PAYMENT_METHOD.BRAND, PAYMENT_METHOD.LAST_DIGITS, PAYMENT_METHOD.EXPIRES_ON)
                        .from(PAYMENT_METHOD)
                        .where(PAYMENT_METHOD.ACCOUNT_ID.eq(account()))
                        .and(PAYMENT_METHOD.PREFERRED.isTrue())
                        .and(PAYMENT_METHOD.EXPIRES_ON.lt(today.plusDays(EXPIRING_DAYS))),
                this::expiringMethod);
    }

    private AttentionItem expiringMethod(Record row) {
        LocalDate last = row.get(PAYMENT_METHOD.EXPIRES_ON);
        AttentionKind kind = last.isBefore(today) ? PAYMENT_METHOD_EXPIRED : PAYMENT_METHOD_EXPIRING;
        String message =
                words.text(kind, row.get(PAYMENT_METHOD.BRAND), row.get(PAYMENT_METHOD.LAST_DIGITS), words.date(last));
        return new AttentionItem(
                kind, message, null, GlobalId.of("PaymentMethod", account(), row.get(PAYMENT_METHOD.ID)));
    }

    private Branch pendingOrders() {
        return new Branch(
                select(ACCOUNT_ORDER.ID, ACCOUNT_ORDER.NUMBER, ACCOUNT_ORDER.CREATED_AT)
                        .from(ACCOUNT_ORDER)
                        .where(ACCOUNT_ORDER.ACCOUNT_ID.eq(account()))
                        .and(ACCOUNT_ORDER.STATE.eq("PENDING_PAYMENT"))
                        .orderBy(ACCOUNT_ORDER.ID.desc())
                        .limit(OF_A_KIND),
                row -> new AttentionItem(
                        ORDER_PENDING,
                        words.text(ORDER_PENDING, row.get(ACCOUNT_ORDER.NUMBER)),
                        row.get(ACCOUNT_ORDER.CREATED_AT),
                        GlobalId.of("Order", account(), row.get(ACCOUNT_ORDER.ID))));
    }

    private Branch openRequests() {
        return new Branch(
                select(REQUEST.ID, REQUEST.NUMBER, REQUEST.CREATED_AT)
                        .from(REQUEST)
                        .where(REQUEST.ACCOUNT_ID.eq(account()))
                        .and(REQUEST.STATE.eq("OPEN"))
                        .orderBy(REQUEST.ID.desc())
                        .limit(OF_A_KIND),
                row -> new AttentionItem(
                        REQUEST_OPEN,
                        words.text(REQUEST_OPEN, row.get(REQUEST.NUMBER)),
                        row.get(REQUEST.CREATED_AT),
                        GlobalId.of("Request", account(), row.get(REQUEST.ID))));
    }

    private Branch taxId() {
        return new Branch(
                select(TAX_ID.ID, TAX_ID.NUMBER)
                        .from(TAX_ID)
                        .where(TAX_ID.ACCOUNT_ID.eq(account()))
                        .and(TAX_ID.REMOVED_AT.isNull())
                        .and(TAX_ID.STATE.ne("VALID")),
                row -> new AttentionItem(
                        TAX_ID_UNCONFIRMED,
                        words.text(TAX_ID_UNCONFIRMED, row.get(TAX_ID.NUMBER)),
                        null,
                        GlobalId.of("TaxId", account(), row.get(TAX_ID.ID))));
    }

    /** A month's renewal is told some days before, a year's a month before. */
    private Branch renewals() {
        return new Branch(
                select(SUBSCRIPTION.ID, SUBSCRIPTION.PRODUCT_ID, SUBSCRIPTION.PLAN_ID, SUBSCRIPTION_PERIOD.END_AT)
                        .from(SUBSCRIPTION)
                        .join(SUBSCRIPTION_PERIOD)
                        .on(SUBSCRIPTION_PERIOD.ACCOUNT_ID.eq(account()))
                        .and(SUBSCRIPTION_PERIOD.ID.eq(SUBSCRIPTION.CURRENT_PERIOD_ID))
                        .where(SUBSCRIPTION.ACCOUNT_ID.eq(account()))
                        .and(SUBSCRIPTION_PERIOD
                                .END_AT
                                .lt(now.plus(MONTHLY_NOTICE_DAYS, ChronoUnit.DAYS))
                                .or(SUBSCRIPTION_PERIOD
                                        .BILLING_INTERVAL
                                        .eq("YEAR")
                                        .and(SUBSCRIPTION_PERIOD.END_AT.lt(
                                                now.plus(YEARLY_NOTICE_DAYS, ChronoUnit.DAYS)))))
                        .orderBy(SUBSCRIPTION_PERIOD.END_AT, SUBSCRIPTION.ID)
                        .limit(SUBSCRIPTIONS),
                this::renewal);
    }

    private AttentionItem renewal(Record row) {
        Instant end = row.get(SUBSCRIPTION_PERIOD.END_AT);
        AttentionKind kind = end.isAfter(now) ? RENEWAL_SOON : RENEWAL_OVERDUE;
        return new AttentionItem(
                kind,
                words.text(kind, words.product(row), words.date(end)),
                end,
                GlobalId.of("Subscription", account(), row.get(SUBSCRIPTION.ID)));
    }
}
