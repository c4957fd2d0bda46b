package dev.puesto.seatquote;

import dev.puesto.api.UserError;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order that waits for its payment holds what is to be changed. */
public record OrderInProgress(AccountId accountId, OrderId order) implements UserError {

    /** The order's id in the API. */
    public GlobalId orderId() {
        return GlobalId.of("Order", accountId, order);
    }

    @Override
    public @Nullable List<String> field() {
        return null;
    }
}
