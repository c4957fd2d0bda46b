package dev.puesto.account;

import dev.puesto.api.UserError;
import java.util.List;

/** Another user of the account has the external id. */
record ExternalIdTaken(User user) implements UserError {
    @Override
    public List<String> field() {
        return List.of("input", "externalId");
    }

    @Override
    public List<?> messageArguments() {
        return List.of(user.name());
    }
}
