package dev.puesto.payment;

import dev.puesto.api.UserError;
import java.util.List;

/** The payment provider does not know the token. */
public record PaymentTokenRefused() implements UserError {
    @Override
    public List<String> field() {
        return List.of("input", "paymentToken");
    }
}
