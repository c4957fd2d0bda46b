package dev.puesto.quote;

import dev.puesto.api.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account buys by itself: nobody has to be asked. */
record CheckoutInstead() implements UserError {
    @Override
    public @Nullable List<String> field() {
        return null;
    }
}
