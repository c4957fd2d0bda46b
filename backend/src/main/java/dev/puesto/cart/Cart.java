package dev.puesto.cart;

import dev.puesto.id.AccountId;
import dev.puesto.id.CartId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.OrderId;
import dev.puesto.id.RequestId;
import dev.puesto.seatquote.RequestPlace;
import dev.puesto.seatquote.SeatQuoteRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What its owner has collected for one checkout.
 *
 * @param owner whose it is: {@code person:<id>} or {@code api-client:<id>}
 * @param order the order that holds it or came from it; null while it is open
 * @param sentAs the request that came from it; null unless it went to the representative
 * @param purchaseOrderNumber the buyer's own reference, printed on the documents
 * @param taxIdToAdd the VAT number that the order is to add, as typed
 * @param version raised by each edit
 * @param lines in the order in which they were added
 */
public record Cart(
        AccountId accountId,
        CartId cartId,
        String owner,
        CartState state,
        @Nullable OrderId order,
        @Nullable RequestId sentAs,
        @Nullable String purchaseOrderNumber,
        @Nullable String taxIdToAdd,
        long version,
        Instant updatedAt,
        List<CartLine> lines) {

    /** Its id in the API. */
    public GlobalId id() {
        return GlobalId.of("Cart", accountId, cartId);
    }

    /** Its order's id in the API; null while it is open. */
    public @Nullable GlobalId orderId() {
        return order == null ? null : GlobalId.of("Order", accountId, order);
    }

    /** Its request's id in the API; null unless it went to the representative. */
    public @Nullable GlobalId requestId() {
        return sentAs == null ? null : GlobalId.of("Request", accountId, sentAs);
    }

    /** The same, checked out with a request. */
    public Cart sentWith(RequestId sent) {
        return new Cart(
                accountId,
                cartId,
                owner,
                CartState.CHECKED_OUT,
                null,
                sent,
                purchaseOrderNumber,
                taxIdToAdd,
                version + 1,
                updatedAt,
                lines);
    }

    /** Whether what a line changes is no longer as it was when the line was set. */
    public boolean stale() {
        return lines.stream().anyMatch(CartLine::stale);
    }

    /** What it asks to be priced where somebody looks at it. */
    public SeatQuoteRequest request() {
        return request(RequestPlace.CART);
    }

    /** What it asks to be priced. */
    public SeatQuoteRequest request(RequestPlace place) {
        return new SeatQuoteRequest(
                accountId, lines.stream().map(CartLine::change).toList(), taxIdToAdd, place);
    }
}
