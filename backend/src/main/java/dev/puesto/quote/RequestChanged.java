package dev.puesto.quote;

import dev.puesto.api.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request is not as the caller took it to be: it is over, or was changed meanwhile.
 *
 * @param request as it is
 */
record RequestChanged(Request request) implements UserError {
    @Override
    public @Nullable List<String> field() {
        return null;
    }
}
