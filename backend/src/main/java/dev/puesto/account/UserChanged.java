package dev.puesto.account;

import dev.puesto.api.UserError;
import java.util.List;

/** Somebody else changed the user since the version that the input names. */
record UserChanged(User user) implements UserError {
    @Override
    public List<String> field() {
        return List.of("input", "expectedVersion");
    }
}
