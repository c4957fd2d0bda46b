package dev.puesto.seatquote;

import dev.puesto.api.MoneyView;
import dev.puesto.api.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something is due and the account has no usable payment method.
 *
 * @param amountDue what is to be paid
 */
public record PaymentDataRequired(MoneyView amountDue) implements UserError {
    @Override
    public @Nullable List<String> field() {
        return null;
    }
}
