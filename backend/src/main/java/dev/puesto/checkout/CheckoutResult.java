package dev.puesto.checkout;

import dev.puesto.api.UserError;
import java.util.List;

/** How a checkout, or the confirmation of its payment, came out. */
public sealed interface CheckoutResult {

    /** There is an order: placed, waiting for its payment, or voided since. */
    record Ordered(Order order) implements CheckoutResult {}

    /** Nothing was ordered, and why; or the order was voided because its payment was declined. */
    record Refused(List<UserError> errors) implements CheckoutResult {

        static Refused of(UserError error) {
            return new Refused(List.of(error));
        }
    }
}
