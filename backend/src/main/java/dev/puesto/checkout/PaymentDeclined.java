package dev.puesto.checkout;

import dev.puesto.api.UserError;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The payment was declined: the order was voided and the cart is open again. A new try takes a new key.
 *
 * @param declineCode the payment provider's reason, stable
 */
public record PaymentDeclined(String declineCode) implements UserError {

    /** Reasons that a buyer can do something about; of any other a bank tells its customer alone. */
    private static final Set<String> EXPLAINED = Set.of("insufficient_funds", "expired_card", "authentication_failed");

    @Override
    public String messageKind() {
        return EXPLAINED.contains(declineCode) ? declineCode : "other";
    }

    @Override
    public @Nullable List<String> field() {
        return null;
    }
}
