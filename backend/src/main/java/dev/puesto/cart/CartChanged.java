package dev.puesto.cart;

import dev.puesto.api.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cart is not as the caller took it to be: somebody edited it meanwhile, what its lines change is no longer as it was
 * when they were set, or its order is placed already.
 *
 * @param cart as it is
 */
public record CartChanged(Cart cart) implements UserError {
    @Override
    public @Nullable List<String> field() {
        return null;
    }
}
