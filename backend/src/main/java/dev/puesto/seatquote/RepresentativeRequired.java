package dev.puesto.seatquote;

import dev.puesto.account.Representative;
import dev.puesto.api.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A corporate account does not buy by itself: its representative takes its request. */
public record RepresentativeRequired(Representative representative) implements UserError {

    @Override
    public List<?> messageArguments() {
        return List.of(representative.name());
    }

    @Override
    public @Nullable List<String> field() {
        return null;
    }
}
