package dev.puesto.account;

import dev.puesto.api.UserError;
import java.util.List;

/** Somebody else changed the account since the version that the input names. */
record AccountChanged(Account account) implements UserError {
    @Override
    public List<String> field() {
        return List.of("input", "expectedVersion");
    }
}
