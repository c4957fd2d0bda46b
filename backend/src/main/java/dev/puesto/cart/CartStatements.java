package dev.puesto.cart;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.CART;
import static dev.puesto.jooq.Tables.CART_LINE;
import static dev.puesto.jooq.Tables.CHARGE_LINE;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.update;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.catalog.CatalogReference;
import dev.puesto.id.AccountId;
import dev.puesto.id.CartId;
import dev.puesto.id.CartLineId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.Columns;
import dev.puesto.seatquote.SeatChangeRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The statements on carts and their lines. */
final class CartStatements {
    private static final List<Field<?>> ROW = List.of(
            CART.ACCOUNT_ID,
            CART.ID,
            CART.OWNER,
            CART.STATE,
            CART.ORDER_ID,
            CART.REQUEST_ID,
            CART.PURCHASE_ORDER_NUMBER,
            CART.TAX_ID_TO_ADD,
            CART.VERSION,
            CART.UPDATED_AT,
            CART_LINE.ID,
            CART_LINE.POSITION,
            CART_LINE.SUBSCRIPTION_ID,
            CART_LINE.PLAN_ID,
            CART_LINE.SEATS,
            CART_LINE.EFFECTIVE,
            CART_LINE.ALIGN_TO_SUBSCRIPTION_ID,
            CART_LINE.RELEASE_RULE,
            CART_LINE.RELEASE_USER_IDS,
            CART_LINE.SEEN_SEATS,
            CART_LINE.SEEN_PRICE_ID,
            CART_LINE.SEEN_PERIOD_ID,
            SUBSCRIPTION.PLAN_ID,
            SUBSCRIPTION.STATUS,
            SUBSCRIPTION.SEATS_OWNED,
            SUBSCRIPTION.CURRENT_PERIOD_ID,
            CHARGE_LINE.PRICE_ID,
            ACCOUNT.CURRENCY,
            ACCOUNT.TEST_CLOCK_AT,
            CatalogReference.VERSION);

    private CartStatements() {}

    /** The viewer's cart that is open or held, with its lines; read with {@link CartReader}. */
    static Select<Record> ofOwner(Viewer viewer, AccountId account) {
        return ordered(of(viewer, account).and(CART.STATE.in("OPEN", "HELD")));
    }

    /** Carts of the viewer's by id, in any state; read with {@link CartReader}. */
    static Select<Record> byId(Viewer viewer, AccountId account, Collection<CartId> ids) {
        return ordered(of(viewer, account).and(Columns.isAmong(CART.ID, ids)));
    }

    private static Select<Record> ordered(SelectConditionStep<Record> carts) {
        return carts.orderBy(CART.ID, CART_LINE.POSITION);
    }

    /** The subscription of a row is the one that its line changes, or whose dates a new one joins. */
    private static SelectConditionStep<Record> of(Viewer viewer, AccountId account) {
        return DSL.select(ROW)
                .from(CART)
                .join(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(CART.ACCOUNT_ID))
                .leftJoin(CART_LINE)
                .on(CART_LINE.ACCOUNT_ID.eq(CART.ACCOUNT_ID))
                .and(CART_LINE.CART_ID.eq(CART.ID))
                .leftJoin(SUBSCRIPTION)
                .on(SUBSCRIPTION.ACCOUNT_ID.eq(CART_LINE.ACCOUNT_ID))
                .and(SUBSCRIPTION.ID.eq(coalesce(CART_LINE.SUBSCRIPTION_ID, CART_LINE.ALIGN_TO_SUBSCRIPTION_ID)))
                .leftJoin(CHARGE_LINE)
                .on(CHARGE_LINE.ACCOUNT_ID.eq(SUBSCRIPTION.ACCOUNT_ID))
                .and(CHARGE_LINE.SUBSCRIPTION_ID.eq(SUBSCRIPTION.ID))
                .and(CHARGE_LINE.REPLACED_AT.isNull())
                .where(CART.ACCOUNT_ID.eq(account))
                .and(CART.OWNER.eq(viewer.actor()))
                .and(AccountAccess.permits(viewer, account));
    }

    /** A new cart without lines, with the account's own reference. */
    static Query open(AccountId account, CartId cart, String owner, @Nullable String purchaseOrderNumber, Instant at) {
        return insertInto(CART)
                .set(CART.ACCOUNT_ID, account)
                .set(CART.ID, cart)
                .set(CART.OWNER, owner)
                .set(CART.STATE, CartState.OPEN.name())
                .set(CART.PURCHASE_ORDER_NUMBER, purchaseOrderNumber)
                .set(CART.VERSION, 1L)
                .set(CART.CREATED_AT, at)
                .set(CART.UPDATED_AT, at);
    }

    /** Raises the version with whatever else changed. */
    static Query touch(AccountId account, CartId cart, Instant at) {
        return update(CART)
                .set(CART.VERSION, CART.VERSION.plus(1))
                .set(CART.UPDATED_AT, at)
                .where(CART.ACCOUNT_ID.eq(account))
                .and(CART.ID.eq(cart));
    }

    /** The buyer's choices beside the lines. */
    static Query details(
            AccountId account, CartId cart, @Nullable String purchaseOrderNumber, @Nullable String taxIdToAdd) {
        return update(CART)
                .set(CART.PURCHASE_ORDER_NUMBER, purchaseOrderNumber)
                .set(CART.TAX_ID_TO_ADD, taxIdToAdd)
                .where(CART.ACCOUNT_ID.eq(account))
                .and(CART.ID.eq(cart));
    }

    /** A line as it is set now, in place of the one that was about the same. */
    static List<Query> put(
            AccountId account,
            CartId cart,
            Optional<CartLine> instead,
            int position,
            SeatChangeRequest change,
            SeenSubject seen) {
        Query insert = insertInto(CART_LINE)
                .set(CART_LINE.ACCOUNT_ID, account)
                .set(CART_LINE.CART_ID, cart)
                .set(CART_LINE.POSITION, position)
                .set(CART_LINE.SUBSCRIPTION_ID, change.subscriptionId())
                .set(CART_LINE.PLAN_ID, change.planId())
                .set(CART_LINE.SEATS, change.seats())
                .set(
                        CART_LINE.EFFECTIVE,
                        change.effective() == null ? null : change.effective().name())
                .set(CART_LINE.ALIGN_TO_SUBSCRIPTION_ID, change.alignTo())
                .set(
                        CART_LINE.RELEASE_RULE,
                        change.releases().rule() == null
                                ? null
                                : change.releases().rule().name())
                .set(
                        CART_LINE.RELEASE_USER_IDS,
                        change.releases().userIds().stream().map(UserId::value).toArray(UUID[]::new))
                .set(CART_LINE.SEEN_SEATS, seen.seats())
                .set(CART_LINE.SEEN_PRICE_ID, seen.priceId())
                .set(CART_LINE.SEEN_PERIOD_ID, seen.periodId());
        return instead.map(line -> List.of(remove(account, CART_LINE.ID.eq(line.cartLineId())), insert))
                .orElse(List.of(insert));
    }

    /** Takes a line out of a cart. */
    static Query remove(AccountId account, CartId cart, CartLineId line) {
        return remove(account, CART_LINE.CART_ID.eq(cart).and(CART_LINE.ID.eq(line)));
    }

    /** Takes all lines out. */
    static Query clear(AccountId account, CartId cart) {
        return remove(account, CART_LINE.CART_ID.eq(cart));
    }

    private static Query remove(AccountId account, Condition which) {
        return DSL.deleteFrom(CART_LINE).where(CART_LINE.ACCOUNT_ID.eq(account)).and(which);
    }
}
