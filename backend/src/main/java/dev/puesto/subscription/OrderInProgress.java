package dev.puesto.subscription;

import dev.puesto.api.UserError;
import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order that waits for its payment holds what is to be changed. */
public record OrderInProgress(AccountId accountId, OrderId orderId) implements UserError {

    @Override
    public @Nullable List<String> field() {
        return null;
    }
}
