package dev.puesto.notification;

import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.CART;
import static dev.puesto.jooq.Tables.ORDER_LINE;
import static dev.puesto.jooq.Tables.OUTBOX;
import static dev.puesto.jooq.Tables.PAYMENT;
import static dev.puesto.jooq.Tables.PAYMENT_METHOD;

import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.account.Accounts;
import dev.puesto.checkout.OrderPlaced;
import dev.puesto.document.DocumentBasis;
import dev.puesto.document.DocumentDrafter;
import dev.puesto.document.DocumentIssuer;
import dev.puesto.document.DocumentLine;
import dev.puesto.id.AccountId;
import dev.puesto.id.CartId;
import dev.puesto.id.DocumentId;
import dev.puesto.id.DocumentLineId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PaymentMethodId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.jooq.JobDb;
import dev.puesto.jooq.Json;
import dev.puesto.outbox.Outbox;
import dev.puesto.outbox.StoredEvent;
import dev.puesto.subscription.TestSubscriptions.Offer;
import dev.puesto.tax.TaxGroup;
import dev.puesto.tax.TaxReference;
import dev.puesto.tax.Taxed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Placed orders for tests of what tells of them: an order, its lines and documents, as checkout leaves them. */
@Component
class TestPlacedOrders {
    private static final TaxGroup SPANISH = TaxGroup.standard("ES", 2100);

    private final JobDb db;
    private final Accounts accounts;
    private final DocumentDrafter drafter;
    private final DocumentIssuer issuer;
    private final TaxReference taxes;
    private final Outbox outbox;

    TestPlacedOrders(
            JobDb db,
            Accounts accounts,
            DocumentDrafter drafter,
            DocumentIssuer issuer,
            TaxReference taxes,
            Outbox outbox) {
        this.db = db;
        this.accounts = accounts;
        this.drafter = drafter;
        this.issuer = issuer;
        this.taxes = taxes;
        this.outbox = outbox;
    }

    /**
     * What is ordered.
     *
     * @param credited the order whose invoice is credited; null without a credit
     */
    record Change(
            String kind,
            SubscriptionId subscription,
            Offer offer,
            long before,
            long after,
            Instant start,
            Instant end,
            long chargeMinor,
            long creditMinor,
            @Nullable Placed credited) {}

    /** An order that was placed, and the line of its invoice. */
    record Placed(OrderId order, DocumentId invoice, DocumentLineId invoiceLine, StoredEvent event) {}

    /** Places it at the change's start; what is due is paid by a card that ends in 4242. */
    Placed place(AccountId account, long number, String email, String locale, Change change) {
        OrderId order = new OrderId(TimeOrderedUuid.next());
        Account buyer = accounts.find(new Viewer.System("test"), account).orElseThrow();
        long charges = withTax(change.chargeMinor());
        long credits = withTax(change.creditMinor());
        insertOrder(account, order, number, email, locale, change, charges, credits);
        insertLine(account, order, change);
        Placed placed = issue(buyer, order, change);
        if (charges > credits) {
            insertPayment(account, order, charges - credits, change.start());
        }
        return placed;
    }

    static long withTax(long netMinor) {
        return netMinor + Math.round(netMinor * 0.21);
    }

    private void insertOrder(
            AccountId account,
            OrderId order,
            long number,
            String email,
            String locale,
            Change change,
            long charges,
            long credits) {
        CartId cart = new CartId(TimeOrderedUuid.next());
        db.transact(sql -> {
            sql.insertInto(CART)
                    .set(CART.ACCOUNT_ID, account)
                    .set(CART.ID, cart)
                    .set(CART.OWNER, "person:" + cart.value())
                    .set(CART.STATE, "CHECKED_OUT")
                    .set(CART.ORDER_ID, order)
                    .set(CART.VERSION, 1L)
                    .set(CART.CREATED_AT, change.start())
                    .set(CART.UPDATED_AT, change.start())
                    .execute();
            return sql.insertInto(ACCOUNT_ORDER)
                    .set(ACCOUNT_ORDER.ACCOUNT_ID, account)
                    .set(ACCOUNT_ORDER.ID, order)
                    .set(ACCOUNT_ORDER.NUMBER, number)
                    .set(ACCOUNT_ORDER.CART_ID, cart)
                    .set(ACCOUNT_ORDER.STATE, "PLACED")
                    .set(ACCOUNT_ORDER.PLACED_BY, "system")
                    .set(ACCOUNT_ORDER.CONTACT_EMAIL, email)
                    .set(ACCOUNT_ORDER.LOCALE, locale)
                    .set(ACCOUNT_ORDER.CURRENCY, "EUR")
                    .set(ACCOUNT_ORDER.AS_OF, change.start())
                    .set(ACCOUNT_ORDER.CREATED_AT, change.start())
                    .set(ACCOUNT_ORDER.PLACED_AT, change.start())
                    .set(ACCOUNT_ORDER.CHARGES_MINOR, charges)
                    .set(ACCOUNT_ORDER.CREDITS_MINOR, credits)
                    .set(ACCOUNT_ORDER.TOTAL_MINOR, charges - credits)
                    .set(ACCOUNT_ORDER.CARRIED_INVOICES_MINOR, 0L)
                    .set(ACCOUNT_ORDER.BALANCE_APPLIED_MINOR, 0L)
                    .set(ACCOUNT_ORDER.BALANCE_ADDED_MINOR, Math.max(0, credits - charges))
                    .set(ACCOUNT_ORDER.DUE_MINOR, Math.max(0, charges - credits))
                    .set(ACCOUNT_ORDER.SEAT_QUOTE, JSONB.valueOf("{\"version\": 1}"))
                    .execute();
        });
    }

    private void insertLine(AccountId account, OrderId order, Change change) {
        db.sql()
                .insertInto(ORDER_LINE)
                .set(ORDER_LINE.ACCOUNT_ID, account)
                .set(ORDER_LINE.ORDER_ID, order)
                .set(ORDER_LINE.POSITION, 1)
                .set(ORDER_LINE.KIND, change.kind())
                .set(ORDER_LINE.SUBSCRIPTION_ID, change.subscription())
                .set(ORDER_LINE.PRODUCT_ID, change.offer().product())
                .set(ORDER_LINE.PLAN_ID, change.offer().plan())
                .set(ORDER_LINE.PREVIOUS_SEATS, change.before())
                .set(ORDER_LINE.SEATS, change.after())
                .set(ORDER_LINE.EFFECTIVE, "NOW")
                .set(ORDER_LINE.PERIOD_START_AT, change.start())
                .set(ORDER_LINE.PERIOD_END_AT, change.end())
                .set(ORDER_LINE.CHARGE_NET_MINOR, change.chargeMinor())
                .set(ORDER_LINE.CREDIT_NET_MINOR, change.creditMinor())
                .set(ORDER_LINE.RELEASED_USER_IDS, new UUID[0])
                .execute();
    }

    private Placed issue(Account buyer, OrderId order, Change change) {
        DocumentLine charge = line(change, change.chargeMinor(), null);
        Placed credited = change.credited();
        DocumentBasis basis = new DocumentBasis(
                buyer,
                null,
                order,
                null,
                new DocumentId(TimeOrderedUuid.next()),
                new DocumentId(TimeOrderedUuid.next()),
                false,
                false,
                change.start(),
                taxes.policy().rates(),
                List.of(charge),
                credited == null
                        ? List.of()
                        : List.of(line(
                                change,
                                change.creditMinor(),
                                new DocumentLine.Corrected(credited.invoice(), credited.invoiceLine()))));
        db.transact(sql -> sql.fetch(
                issuer.issuing(buyer, change.start(), drafter.draft(basis).drafts())));
        return new Placed(order, basis.invoice(), charge.id(), append(buyer.accountId(), order));
    }

    private static DocumentLine line(Change change, long netMinor, DocumentLine.@Nullable Corrected corrects) {
        return new DocumentLine(
                new DocumentLineId(TimeOrderedUuid.next()),
                change.subscription(),
                "Seats",
                change.after(),
                change.start(),
                change.end(),
                new Taxed(SPANISH, netMinor, withTax(netMinor) - netMinor),
                corrects,
                JSONB.valueOf("{\"version\": 1}"));
    }

    private void insertPayment(AccountId account, OrderId order, long dueMinor, Instant at) {
        PaymentMethodId card = new PaymentMethodId(TimeOrderedUuid.next());
        db.sql()
                .insertInto(PAYMENT_METHOD)
                .set(PAYMENT_METHOD.ACCOUNT_ID, account)
                .set(PAYMENT_METHOD.ID, card)
                .set(PAYMENT_METHOD.GATEWAY, "sandbox")
                .set(PAYMENT_METHOD.TOKEN, "tok_visa")
                .set(PAYMENT_METHOD.BRAND, "Visa")
                .set(PAYMENT_METHOD.LAST_DIGITS, "4242")
                .set(PAYMENT_METHOD.PREFERRED, false)
                .set(PAYMENT_METHOD.CREATED_AT, at)
                .execute();
        db.sql()
                .insertInto(PAYMENT)
                .set(PAYMENT.ACCOUNT_ID, account)
                .set(PAYMENT.ORDER_ID, order)
                .set(PAYMENT.PAYMENT_METHOD_ID, card)
                .set(PAYMENT.GATEWAY, "sandbox")
                .set(PAYMENT.AMOUNT_MINOR, dueMinor)
                .set(PAYMENT.CURRENCY, "EUR")
                .set(PAYMENT.STATE, "SUCCEEDED")
                .set(PAYMENT.CREATED_AT, at)
                .set(PAYMENT.SETTLED_AT, at)
                .execute();
    }

    /** The event as checkout appends it; it is kept as dispatched, so that no dispatcher of another test takes it. */
    private StoredEvent append(AccountId account, OrderId order) {
        OrderPlaced placed = new OrderPlaced(order);
        db.sql().execute(outbox.append(account, placed));
        return db.sql()
                .update(OUTBOX)
                .set(OUTBOX.DISPATCHED_AT, OUTBOX.CREATED_AT)
                .setNull(OUTBOX.NEXT_ATTEMPT_AT)
                .where(OUTBOX.ACCOUNT_ID.eq(account))
                .and(OUTBOX.DISPATCHED_AT.isNull())
                .returning()
                .fetchSingle(row -> new StoredEvent(
                        account, row.getId(), placed.type(), placed.version(), Json.of(placed), row.getCreatedAt(), 1));
    }
}
