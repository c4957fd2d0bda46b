package dev.puesto.checkout;

import dev.puesto.id.AccountId;
import dev.puesto.id.CartId;
import dev.puesto.id.PaymentMethodId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer orders, but for the key under which they do.
 *
 * @param seatQuoteId what the buyer saw; null where a maximum is named instead
 * @param maximumAmountDue what it may cost at most at the instant of placing; null where a seat quote is named instead
 * @param paymentMethodId what pays; null: the account's default, or the token
 * @param paymentToken a token of the payment provider's page, to be kept as the default; null for none
 */
public record CheckoutCommand(
        AccountId accountId,
        CartId cartId,
        @Nullable String seatQuoteId,
        @Nullable Money maximumAmountDue,
        @Nullable PaymentMethodId paymentMethodId,
        @Nullable String paymentToken) {

    @Override
    public String toString() {
        return "checkout of cart " + cartId.value();
    }
}
