package dev.puesto.checkout;

import dev.puesto.api.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The payment was declined: the order was voided and the cart is open again. A new try takes a new key.
 *
 * @param declineCode the payment provider's reason, stable
 */
public record PaymentDeclined(String declineCode) implements UserError {

    @Override
    public List<?> messageArguments() {
        return List.of(declineCode);
    }

    @Override
    public @Nullable List<String> field() {
        return null;
    }
}
