package dev.puesto.cart;

import static dev.puesto.jooq.Tables.CART;

import dev.puesto.access.Viewer;
import dev.puesto.id.AccountId;
import dev.puesto.id.CartId;
import dev.puesto.id.OrderId;
import dev.puesto.id.RequestId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.subscription.Subscription;
import dev.puesto.subscription.Subscriptions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads carts, each in one statement whatever the number of its lines, and moves them on for an order. */
@Component
public final class Carts {
    private final AccountDb db;
    private final CartReader reader;

    Carts(AccountDb db, CartReader reader) {
        this.db = db;
        this.reader = reader;
    }

    /** The viewer's cart in that account, open or held; empty if there is none. */
    public Optional<Cart> find(Viewer viewer, AccountId account) {
        return db.one(
                account,
                sql -> reader.read(sql.fetch(CartStatements.ofOwner(viewer, account))).stream()
                        .findFirst());
    }

    /** The viewer's carts of those ids, in any state. */
    List<Cart> find(Viewer viewer, AccountId account, Collection<CartId> ids) {
        return db.one(account, sql -> reader.read(sql.fetch(CartStatements.byId(viewer, account, ids))));
    }

    /** The subscriptions that lines change, in one statement. */
    Map<SubscriptionId, Subscription> subjects(AccountId account, Collection<SubscriptionId> ids) {
        return db.one(
                account,
                sql -> sql.fetch(Subscriptions.byId(account, ids)).map(Subscriptions::read).stream()
                        .collect(Collectors.toMap(Subscription::subscriptionId, Function.identity())));
    }

    /** The viewer's cart of that id, in any state, as a statement; read with {@link #read}. */
    public static Select<Record> byId(Viewer viewer, AccountId account, CartId id) {
        return CartStatements.byId(viewer, account, List.of(id));
    }

    /** The cart of the rows of {@link #byId}; empty if the viewer has none of that id. */
    public Optional<Cart> read(Result<Record> rows) {
        return reader.read(rows).stream().findFirst();
    }

    /** Holds a cart for an order that waits for its payment. */
    public static Query hold(AccountId account, CartId cart, OrderId order) {
        return move(account, cart, CartState.HELD, order);
    }

    /** Closes a cart, because its order is placed. */
    public static Query checkOut(AccountId account, CartId cart, OrderId order) {
        return move(account, cart, CartState.CHECKED_OUT, order);
    }

    /** Opens a cart again, because its order was voided. */
    public static Query reopen(AccountId account, CartId cart) {
        return move(account, cart, CartState.OPEN, null);
    }

    /** Closes a cart, because it was sent to the representative as a request. */
    public static Query send(AccountId account, CartId cart, RequestId request) {
        return DSL.update(CART)
                .set(CART.STATE, CartState.CHECKED_OUT.name())
                .set(CART.REQUEST_ID, request)
                .set(CART.VERSION, CART.VERSION.plus(1))
                .where(CART.ACCOUNT_ID.eq(account))
                .and(CART.ID.eq(cart));
    }

    /** Opens a cart again, because its request was taken back; nothing where its owner began another one meanwhile. */
    public static Query takeBack(AccountId account, CartId cart) {
        var another = CART.as("another");
        return DSL.update(CART)
                .set(CART.STATE, CartState.OPEN.name())
                .set(CART.REQUEST_ID, DSL.castNull(CART.REQUEST_ID))
                .set(CART.VERSION, CART.VERSION.plus(1))
                .where(CART.ACCOUNT_ID.eq(account))
                .and(CART.ID.eq(cart))
                .and(DSL.notExists(DSL.selectOne()
                        .from(another)
                        .where(another.ACCOUNT_ID.eq(account))
                        .and(another.OWNER.eq(CART.OWNER))
                        .and(another.STATE.in(CartState.OPEN.name(), CartState.HELD.name()))));
    }

    private static Query move(AccountId account, CartId cart, CartState state, @Nullable OrderId order) {
        return DSL.update(CART)
                .set(CART.STATE, state.name())
                .set(CART.ORDER_ID, order)
                .set(CART.VERSION, CART.VERSION.plus(1))
                .where(CART.ACCOUNT_ID.eq(account))
                .and(CART.ID.eq(cart));
    }
}
