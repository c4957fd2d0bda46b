package dev.puesto.subscription;

import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.CART;

import dev.puesto.id.AccountId;
import dev.puesto.id.CartId;
import dev.puesto.id.OrderId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.jooq.JobDb;
import java.time.Instant;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;

/** Orders that hold subscriptions, for tests of what they hold. */
@Component
public class TestOrders {
    private final JobDb db;

    TestOrders(JobDb db) {
        this.db = db;
    }

    /** An order that waits for its payment. */
    public OrderId pending(AccountId account) {
        OrderId order = new OrderId(TimeOrderedUuid.next());
        CartId cart = new CartId(TimeOrderedUuid.next());
        db.transact(sql -> {
            sql.insertInto(CART)
                    .set(CART.ACCOUNT_ID, account)
                    .set(CART.ID, cart)
                    .set(CART.OWNER, "person:" + cart.value())
                    .set(CART.STATE, "OPEN")
                    .set(CART.VERSION, 1L)
                    .set(CART.CREATED_AT, Instant.now())
                    .set(CART.UPDATED_AT, Instant.now())
                    .execute();
            return sql.insertInto(ACCOUNT_ORDER)
                    .set(ACCOUNT_ORDER.ACCOUNT_ID, account)
                    .set(ACCOUNT_ORDER.ID, order)
                    .set(ACCOUNT_ORDER.NUMBER, System.nanoTime())
                    .set(ACCOUNT_ORDER.CART_ID, cart)
                    .set(ACCOUNT_ORDER.STATE, "PENDING_PAYMENT")
                    .set(ACCOUNT_ORDER.PLACED_BY, "system")
                    .set(ACCOUNT_ORDER.CONTACT_EMAIL, "billing@example.com")
                    .set(ACCOUNT_ORDER.LOCALE, "es")
                    .set(ACCOUNT_ORDER.CURRENCY, "EUR")
                    .set(ACCOUNT_ORDER.AS_OF, Instant.now())
                    .set(ACCOUNT_ORDER.CREATED_AT, Instant.now())
                    .set(ACCOUNT_ORDER.CHARGES_MINOR, 0L)
                    .set(ACCOUNT_ORDER.CREDITS_MINOR, 0L)
                    .set(ACCOUNT_ORDER.TOTAL_MINOR, 0L)
                    .set(ACCOUNT_ORDER.CARRIED_INVOICES_MINOR, 0L)
                    .set(ACCOUNT_ORDER.BALANCE_APPLIED_MINOR, 0L)
                    .set(ACCOUNT_ORDER.BALANCE_ADDED_MINOR, 0L)
                    .set(ACCOUNT_ORDER.DUE_MINOR, 0L)
                    .set(ACCOUNT_ORDER.SEAT_QUOTE, JSONB.valueOf("{\"version\": 1}"))
                    .execute();
        });
        return order;
    }
}
