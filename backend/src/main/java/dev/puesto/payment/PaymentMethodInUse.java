package dev.puesto.payment;

import dev.puesto.api.UserError;
import java.util.List;

/** An order that waits for its payment is being paid with the method. */
public record PaymentMethodInUse() implements UserError {
    @Override
    public List<String> field() {
        return List.of("input", "paymentMethodId");
    }
}
