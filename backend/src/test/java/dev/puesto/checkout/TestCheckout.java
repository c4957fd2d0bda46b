package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_BALANCE;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;

import dev.puesto.TestApi;
import dev.puesto.access.Viewer;
import dev.puesto.account.TestAccounts;
import dev.puesto.cart.Cart;
import dev.puesto.cart.Carts;
import dev.puesto.cart.TestCarts;
import dev.puesto.id.AccountId;
import dev.puesto.id.CartId;
import dev.puesto.id.PlanId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.JobDb;
import dev.puesto.ledger.Ledger;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.seatquote.SeatQuote;
import dev.puesto.seatquote.SeatQuotes;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Fills carts and checks them out as a client of an account, around HTTP. */
@Component
@Lazy
public class TestCheckout {
    private final TestApi api;
    private final TestAccounts accounts;
    private final TestCarts carts;
    private final Carts readCarts;
    private final SeatQuotes quotes;
    private final Checkout checkout;
    private final Orders orders;
    private final JobDb db;

    TestCheckout(
            TestApi api,
            TestAccounts accounts,
            TestCarts carts,
            Carts readCarts,
            SeatQuotes quotes,
            Checkout checkout,
            Orders orders,
            JobDb db) {
        this.api = api;
        this.accounts = accounts;
        this.carts = carts;
        this.readCarts = readCarts;
        this.quotes = quotes;
        this.checkout = checkout;
        this.orders = orders;
        this.db = db;
    }

    /** A buyer: an API client with all scopes on a fresh account. */
    public record Buyer(AccountId account, Viewer viewer, TestApi.Client client) {}

    /** A buyer on a fresh self-service account in Spain that pays in euros. */
    public Buyer buyer() {
        return buyer(accounts.open());
    }

    /** A buyer on that account, whose balances are opened. */
    public Buyer buyer(AccountId account) {
        String currency = db.sql()
                .select(ACCOUNT.CURRENCY)
                .from(ACCOUNT)
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .fetchSingle(ACCOUNT.CURRENCY);
        db.sql().execute(Ledger.open(account, CurrencyUnit.of(currency)));
        TestApi.Client client = api.client().on(account);
        return new Buyer(account, client.viewer(), client);
    }

    /** Puts a change into the buyer's cart. */
    public Cart put(Buyer buyer, SeatChangeRequest change) {
        return carts.put(buyer.viewer(), buyer.account(), change);
    }

    /** A fresh seat quote of the buyer's cart. */
    public SeatQuote quote(Buyer buyer) {
        Cart cart = cart(buyer);
        return quotes.quote(buyer.viewer(), cart.request()).orElseThrow();
    }

    /** The buyer's cart. */
    public Cart cart(Buyer buyer) {
        return readCarts.find(buyer.viewer(), buyer.account()).orElseThrow();
    }

    /** Checks the cart out with the account's default payment method; the order must be placed. */
    public void place(Buyer buyer) {
        CheckoutResult result = checkOut(buyer, null);
        if (!(result instanceof CheckoutResult.Ordered ordered)
                || ordered.order().state() != OrderState.PLACED) {
            throw new AssertionError(result.toString());
        }
    }

    /** Checks the cart out with a card whose payment does not end at once; the order waits. */
    public void begin(Buyer buyer, String token) {
        CheckoutResult result = checkOut(buyer, token);
        if (!(result instanceof CheckoutResult.Ordered ordered)
                || ordered.order().state() != OrderState.PENDING_PAYMENT) {
            throw new AssertionError(result.toString());
        }
    }

    /** Checks the cart out under a fresh seat quote and key. */
    CheckoutResult checkOut(Buyer buyer, @Nullable String token) {
        return checkOut(buyer, quote(buyer), token, UUID.randomUUID());
    }

    /** Checks the cart out under that seat quote and key. */
    CheckoutResult checkOut(Buyer buyer, SeatQuote quote, @Nullable String token, UUID key) {
        return checkout(buyer, cart(buyer).cartId(), quote, token, key);
    }

    CheckoutResult checkout(Buyer buyer, CartId cart, SeatQuote quote, @Nullable String token, UUID key) {
        CheckoutCommand command = new CheckoutCommand(buyer.account(), cart, quote.id(), null, null, token);
        return checkout.place(buyer.viewer(), command, key);
    }

    /** Buys new subscriptions of those plans with a card that works, and returns them in the plans' order. */
    public List<SubscriptionId> buy(Buyer buyer, long seats, PlanId... plans) {
        for (PlanId plan : plans) {
            put(buyer, SeatChangeRequest.of(plan, seats));
        }
        CheckoutResult result = checkOut(buyer, "sandbox_success");
        if (!(result instanceof CheckoutResult.Ordered ordered)
                || ordered.order().state() != OrderState.PLACED) {
            throw new AssertionError(result.toString());
        }
        return lines(buyer, ordered.order()).stream()
                .map(OrderLine::subscription)
                .toList();
    }

    /** The buyer's subscriptions that go on, oldest first. */
    public List<SubscriptionId> subscriptions(Buyer buyer) {
        return db.sql()
                .select(SUBSCRIPTION.ID)
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(buyer.account()))
                .and(SUBSCRIPTION.STATUS.ne("ENDED"))
                .orderBy(SUBSCRIPTION.ID)
                .fetch(SUBSCRIPTION.ID);
    }

    List<OrderLine> lines(Buyer buyer, Order order) {
        return orders.lines(buyer.account(), List.of(order.orderId())).get(order.orderId());
    }

    /** What the buyer can spend, in minor units. */
    public long balance(Buyer buyer) {
        return db.sql()
                .select(ACCOUNT_BALANCE.CREDIT_MINOR)
                .from(ACCOUNT_BALANCE)
                .where(ACCOUNT_BALANCE.ACCOUNT_ID.eq(buyer.account()))
                .fetchSingle(ACCOUNT_BALANCE.CREDIT_MINOR);
    }
}
